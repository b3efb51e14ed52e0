import type { Logger } from 'pino'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Milliseconds: a terminal and the process that passes signals on send the same one twice. */
const ONE_AND_THE_SAME = 1_000

/** Waits for the first signal to stop. Another one later ends the process at once, whatever it is at. */
export const untilStopped = (log: Logger): Promise<void> =>
  new Promise((resolve) => {
    let told: number | undefined
    const stop = (signal: NodeJS.Signals): void => {
      const now = performance.now()
      if (told !== undefined && now - told > ONE_AND_THE_SAME) process.exit(1)
      if (told !== undefined) return
      told = now
      log.info({ signal }, 'stopping')
      resolve()
    }
    for (const signal of SIGNALS) process.on(signal, stop)
  })
