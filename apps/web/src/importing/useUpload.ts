import { useRef, useState } from 'react'
import type { ImportView } from '@bell-lap/server'
import { Refusal } from '../api/client.ts'
import { asking, queryClient } from '../api/queries.ts'
import { t } from '../words/t.ts'
import type { Gathered } from './gather.ts'
import { MOST_RECORDING, sortOut } from './parcels.ts'
import { send } from './send.ts'

/** How far the sending is; null while nothing is sent. */
export interface Underway {
  readonly part: number
  readonly parts: number
  readonly share: number
  readonly bytes: number
}

interface Upload {
  readonly underway: Underway | null
  /** What was not sent, or not taken, and why. */
  readonly told: readonly string[]
  readonly start: (files: readonly Gathered[]) => Promise<void>
  readonly stop: () => void
}

const megabytes = (bytes: number): string =>
  t('import.megabytes', { amount: Math.max(0.1, Math.round((bytes / 2 ** 20) * 10) / 10) })

/** Sends what was gathered, one request after the other; each answer is an import that is under way. */
export const useUpload = (onImport: (id: string) => void): Upload => {
  const [underway, setUnderway] = useState<Underway | null>(null)
  const [told, setTold] = useState<readonly string[]>([])
  const stop = useRef(() => {})
  const start = async (files: readonly Gathered[]): Promise<void> => {
    const { parcels, tooLarge, tooLong } = sortOut(files)
    setTold([
      ...(files.length === 0 ? [t('import.nothing')] : []),
      ...tooLarge.map(({ name }) => t('import.tooLarge', { name, most: megabytes(MOST_RECORDING) })),
      ...tooLong.map(({ name }) => t('import.tooLong', { name: `${name.slice(0, 60)}…` })),
    ])
    try {
      for (const [index, parcel] of parcels.entries()) {
        const bytes = parcel.reduce((sum, { file }) => sum + file.size, 0)
        const tell = (share: number): void => setUnderway({ part: index + 1, parts: parcels.length, share, bytes })
        tell(0)
        const sending = send('POST /api/imports', parcel, tell)
        stop.current = sending.stop
        const made: ImportView = await sending.answer
        queryClient.setQueryData(asking('GET /api/imports/:id', { params: { id: made.id } }).queryKey, made)
        onImport(made.id)
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setTold((before) => [...before, [error.message, error.change].filter(Boolean).join(' ')])
    } finally {
      setUnderway(null)
    }
  }
  return { underway, told, start, stop: () => stop.current() }
}

export { megabytes }
