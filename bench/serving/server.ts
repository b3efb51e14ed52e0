// The server of the benchmark in its own process: answers as whichever athlete a request names, which no served app does.
//   node bench/serving/server.ts FOLDER [DATABASE_URL]
import { join } from 'node:path'
import { AthleteId, openLogbook } from '@bell-lap/logbook'
import { openLog } from '../../apps/server/src/logs.ts'
import { partsOf } from '../../apps/server/src/serve.ts'
import { makeServer } from '../../apps/server/src/server.ts'

const [folder = '', databaseUrl] = process.argv.slice(2)
const opened = await openLogbook({
  folder,
  planFolder: join(import.meta.dirname, '../../plans'),
  now: () => Date.now(),
  ...(databaseUrl === undefined ? {} : { databaseUrl }),
})
if (!opened.ok) throw new Error(opened.fault.message)
const logbook = opened.value
const app = await makeServer(
  partsOf(logbook, {
    log: openLog('warn'),
    version: '0',
    athleteOf: ({ headers }) => AthleteId.parse(headers['x-athlete'] ?? logbook.owner),
  }),
)
await app.listen({ host: '127.0.0.1', port: 0 })
const address = app.server.address()
process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
process.on('message', (asked) => {
  const { user, system } = process.cpuUsage()
  if (asked === 'taken') process.send?.({ rss: process.memoryUsage().rss, cpu: (user + system) / 1e6 })
  if (asked === 'stop') void app.close().then(() => logbook.close())
  if (asked === 'stop') process.disconnect?.()
})
