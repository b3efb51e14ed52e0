import { writeSync } from 'node:fs'

// What a child process tells before and after each thing that it does: what it told as done must never be lost.

/** One thing to do to a logbook. */
export type Deed =
  | { readonly deed: 'open' }
  | { readonly deed: 'season' }
  | { readonly deed: 'change' }
  | { readonly deed: 'import'; readonly run: number }
  | { readonly deed: 'plan'; readonly id: string | null }
  | { readonly deed: 'delete' }
  | { readonly deed: 'restore' }

/** What came of it. */
export type Done =
  | { readonly deed: 'open'; readonly ms: number }
  | { readonly deed: 'season' | 'change'; readonly version: number }
  | { readonly deed: 'import'; readonly run: number; readonly id: string; readonly activity: string | null }
  | { readonly deed: 'plan'; readonly id: string; readonly version: number | null; readonly text: string }
  | { readonly deed: 'delete' | 'restore' }
  | { readonly deed: 'nothing' }

export type Told = { readonly begins: Deed } | { readonly done: Done }

/** Written through before the next thing begins: a kill cannot take it back. */
export const tell = (told: Told): void => {
  const bytes = new TextEncoder().encode(`${JSON.stringify(told)}\n`)
  for (let from = 0; from < bytes.length;) from += written(bytes.subarray(from))
}

const written = (bytes: Uint8Array): number => {
  try {
    return writeSync(1, bytes)
  } catch (error) {
    // A pipe that is full for the moment.
    if (error instanceof Error && Reflect.get(error, 'code') === 'EAGAIN') return 0
    throw error
  }
}

/** The same numbers for the same seed (mulberry32). */
export const numbersFrom = (seed: number) => {
  let state = seed >>> 0
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** The moment at which all of it happens: every session lies ahead, every run behind. */
export const NOW = Date.parse('2026-11-24T06:00:00Z')

/** Farther apart than zones are: the same path at another hour of the same zone's day is another run. */
const BETWEEN_RUNS = (15 * 60 + 7) * 60_000

/** A short run as a GPX file, another one for each number. */
export const gpxOf = (run: number): Uint8Array => {
  const start = Date.parse('2026-11-23T05:00:00Z') - run * BETWEEN_RUNS
  const points = Array.from({ length: 40 }, (_, index) => {
    const time = new Date(start + index * 10_000).toISOString()
    return `<trkpt lat="${(52 + index * 0.0003).toFixed(5)}" lon="13.40000"><ele>40</ele><time>${time}</time></trkpt>`
  })
  const text = `<?xml version="1.0"?><gpx version="1.1" creator="kill" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>run ${run}</name><type>running</type><trkseg>${points.join('')}</trkseg></trk></gpx>`
  return new TextEncoder().encode(text)
}
