import { availableParallelism } from 'node:os'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { openReader, type Reader } from '../reading/reader.ts'

/** What runs beside the questions of an open logbook: the workers that read, and imports one after the other. */
export interface Importer {
  readonly reader: Reader
  /** A worker of its own: one that reads an archive is lent until the archive is through. */
  readonly reviewer: Reader
  /** How many files are read at once. */
  readonly lanes: number
  /** One at a time for each athlete: matching looks at everything of the athlete's, and must not be overtaken. */
  inTurn<Done>(athlete: AthleteId, work: () => Promise<Done>): Promise<Done>
  /** Runs an import unless it runs already; ends when it has ended. */
  run(id: string, work: () => Promise<void>): Promise<void>
  isRunning(id: string): boolean
  /** No new files are begun once the logbook closes. */
  readonly closing: () => boolean
}

const importers = new WeakMap<Logbook, Importer>()

/** The importer of a logbook: it starts with the first question, and ends with the logbook. */
export const importerOf = (logbook: Logbook): Importer => {
  const known = importers.get(logbook)
  if (known) return known
  const made = openImporter(logbook)
  importers.set(logbook, made)
  return made
}

const openImporter = (logbook: Logbook): Importer => {
  const code = logbook.readerUrl ? { worker: logbook.readerUrl } : {}
  const lanes = Math.max(1, availableParallelism() - 1)
  const [reader, reviewer] = [openReader({ ...code, workers: lanes }), openReader({ ...code, workers: 1 })]
  const turns = new Map<AthleteId, Promise<unknown>>()
  const running = new Map<string, Promise<void>>()
  let closing = false
  logbook.beforeClose(async () => {
    closing = true
    await Promise.all([reader.close(), reviewer.close()])
    await Promise.allSettled([...running.values(), ...turns.values()])
  })
  const inTurn = async <Done>(athlete: AthleteId, work: () => Promise<Done>): Promise<Done> => {
    const before = turns.get(athlete)
    const mine = (async () => {
      await before?.catch(() => undefined)
      return work()
    })()
    turns.set(athlete, mine)
    try {
      return await mine
    } finally {
      if (turns.get(athlete) === mine) turns.delete(athlete)
    }
  }
  return {
    reader,
    reviewer,
    lanes,
    inTurn,
    run: async (id, work) => {
      const already = running.get(id)
      if (already) return already
      const mine = work().finally(() => running.delete(id))
      running.set(id, mine)
      return mine
    },
    isRunning: (id) => running.has(id),
    closing: () => closing,
  }
}
