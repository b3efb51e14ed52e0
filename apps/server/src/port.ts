import { createServer } from 'node:net'

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })

/** The first port above this one that nothing listens on, among the next hundred. */
export const nextFreePort = async (port: number, host: string): Promise<number | undefined> => {
  for (let next = port + 1; next <= Math.min(port + 100, 65_535); next++) if (await isFree(next, host)) return next
  return undefined
}
