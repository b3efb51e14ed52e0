import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What the program has beside its code. */
export interface Places {
  readonly root: string
  /** The shipped plans. */
  readonly plans: string
  /** The built web app. */
  readonly web: string
  /** The worker that reads recordings, where all is bundled; in a checkout it is found beside its source. */
  readonly reader: URL | undefined
  readonly version: string
  /** A checkout can build what is missing. */
  readonly isCheckout: boolean
}

const versionOf = (file: string): string => {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : ''
}

const above = (folder: string): string => {
  if (existsSync(join(folder, 'plans')) && existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('The files of Bell Lap are not where they belong.')
  return above(parent)
}

/** Finds them from where this code lies: in a checkout, or in the package that is made of it. */
export const findPlaces = (from: string = import.meta.url): Places => {
  const here = dirname(fileURLToPath(from))
  const root = above(here)
  const isCheckout = existsSync(join(root, 'apps', 'web', 'package.json'))
  const bundledReader = join(root, 'app', 'reading-worker.js')
  return {
    root,
    plans: join(root, 'plans'),
    web: isCheckout ? join(root, 'apps', 'web', 'dist') : join(root, 'web'),
    reader: existsSync(bundledReader) ? pathToFileURL(bundledReader) : undefined,
    version: versionOf(join(root, 'package.json')),
    isCheckout,
  }
}
