import { useEffect, useRef, useState } from 'react'
import type { ReadAnswer, ReadRequest, SeasonAnswer } from './reading.ts'

/** Typing is let come to rest for so long before the text is read. */
const REST_MS = 180

interface Read {
  readonly reading: ReadAnswer | null
  readonly season: SeasonAnswer | null
  /** The text that is shown is not yet the one that was read. */
  readonly busy: boolean
}

/** What a text says and the season that it makes, read in a worker as it is typed. */
export const useReading = (asked: Omit<ReadRequest, 'id'>): Read => {
  const { text, unit, athlete, today, raceDay } = asked
  const worker = useRef<Worker | null>(null)
  const count = useRef(0)
  const [reading, setReading] = useState<ReadAnswer | null>(null)
  const [season, setSeason] = useState<SeasonAnswer | null>(null)
  useEffect(() => {
    const made = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<ReadAnswer | SeasonAnswer>) => {
      if (data.id !== count.current) return
      if (data.kind === 'read') setReading(data)
      else setSeason(data)
    })
    worker.current = made
    return () => {
      made.terminate()
      worker.current = null
    }
  }, [])
  useEffect(() => {
    const timer = setTimeout(
      () => {
        count.current += 1
        worker.current?.postMessage({ id: count.current, text, unit, athlete, today, raceDay })
      },
      count.current === 0 ? 0 : REST_MS,
    )
    return () => clearTimeout(timer)
  }, [text, unit, athlete, today, raceDay])
  return { reading, season, busy: reading?.text !== text }
}
