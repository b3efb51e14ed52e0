import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Below a packet's worth, a smaller file arrives no sooner. */
const SMALLEST_BYTES = 1_000

/** Lays a `.br` and a `.gz` beside every text file of the build, so that the server squeezes nothing twice. */
export const compressed = (): Plugin => {
  let folder = 'dist'
  return {
    name: 'bell-lap:compressed',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir
    },
    closeBundle: async () => {
      const names = await readdir(folder, { recursive: true })
      const texts = names.filter((name) => /\.(?:js|css|html|svg|json|webmanifest)$/.test(name))
      await Promise.all(texts.map((name) => compressOne(join(folder, name))))
    },
  }
}

const compressOne = async (path: string): Promise<void> => {
  const bytes = await readFile(path)
  if (bytes.length < SMALLEST_BYTES) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  await Promise.all([
    brotli(bytes, { params }).then((small) => writeFile(`${path}.br`, small)),
    zip(bytes, { level: 9 }).then((small) => writeFile(`${path}.gz`, small)),
  ])
}
