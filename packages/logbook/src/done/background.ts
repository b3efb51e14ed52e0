import type { Importer } from './importer.ts'

/** Milliseconds until work that failed in the background is tried again, and how often. */
const LATER_MS = 5000
const MOST_TRIES = 5

/**
 * Lets work go on that nobody waits for. What fails there, as with a database that is away for a moment, is tried again
 * later, and told as a warning of the process; a logbook that closes is no failure.
 */
export const inBackground = async (
  { closing }: Pick<Importer, 'closing'>,
  what: string,
  work: () => Promise<void>,
): Promise<void> => {
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    try {
      await work()
      return
    } catch (error) {
      if (closing()) return
      process.emitWarning(`${what} failed (${tries} of ${MOST_TRIES}): ${String(error)}`)
      await new Promise<void>((resolve) => {
        setTimeout(resolve, tries * LATER_MS).unref()
      })
      if (closing()) return
    }
  }
}
