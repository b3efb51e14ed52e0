// Loaded before the server of a test: writes how long its event loop was kept waiting, in milliseconds, when it ends.
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const file = process.env.BELL_LAP_LAG_FILE
if (file && isMainThread) {
  const lag = monitorEventLoopDelay({ resolution: 5 })
  // What starting takes is no lag of serving.
  setTimeout(() => lag.enable(), 1_000).unref()
  process.on('exit', () => {
    const inMs = (nanoseconds) => Math.round(nanoseconds / 1e5) / 10
    writeFileSync(file, JSON.stringify({ p99: inMs(lag.percentile(99)), most: inMs(lag.max), looks: lag.count }))
  })
}
