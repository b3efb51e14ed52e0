import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '@bell-lap/core'
import { RECORDING_LIMITS } from '@bell-lap/formats'

/** A file that may hold a recording, or why a name that was given leads to none. */
export interface FoundFile {
  readonly path: string
  readonly fault?: string
}

/** Deeper folders than this are not looked into: no export has them. */
const DEEPEST = 32
/** What may hold recordings, by its name; everything else in a folder is passed over unopened. */
const NAMES = /\.(?:fit|tcx|gpx|csv|json|xml|txt|gz|zip)$|^[^.]+$/i

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const entriesOf = (folder: string): Result<readonly Dirent[], string> => {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return ok(entries.toSorted((one, other) => (one.name < other.name ? -1 : 1)))
  } catch (error) {
    return fail(wordsOf(error))
  }
}

/** The files of a folder and of the folders in it, in the order of their names. Links are not followed: they may turn. */
function* inFolder(folder: string, depth: number): Generator<FoundFile, void> {
  const entries = entriesOf(folder)
  if (!entries.ok) yield { path: folder, fault: entries.fault }
  for (const entry of entries.ok ? entries.value : []) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory() && depth < DEEPEST) yield* inFolder(path, depth + 1)
    if (entry.isFile() && NAMES.test(entry.name)) yield { path }
  }
}

/** Whether a name leads to a folder; false where it leads nowhere. */
export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** Every file that the names lead to, folders with all that is in them. */
export function* recordingFiles(paths: readonly string[]): Generator<FoundFile, void> {
  for (const path of paths) {
    if (isFolder(path)) yield* inFolder(path, 0)
    else yield { path }
  }
}

const ZIP = 'PK'
const HEAD = 2

/** Reads until the array is full or the file ends; returns how many bytes there are. */
const fill = (file: number, bytes: Uint8Array, from: number): number => {
  let length = from
  for (let read = 1; read > 0 && length < bytes.length; length += read) {
    read = readSync(file, bytes, length, bytes.length - length, null)
  }
  return length
}

/** All bytes of a file, never more than a recording or an archive may have. The fault is a sentence for the athlete. */
export const readBytes = (path: string): Result<Uint8Array, string> => {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    return fail(`${path} cannot be read: ${wordsOf(error)}`)
  }
  try {
    if (fstatSync(file).isDirectory()) return fail(`${path} is a folder: name a recording in it.`)
    const head = new Uint8Array(HEAD)
    const start = fill(file, head, 0)
    const isArchive = String.fromCharCode(...head) === ZIP
    const { archive, text } = RECORDING_LIMITS
    const most = isArchive ? archive.bytes : text.bytes
    const bytes = new Uint8Array(Math.min(Math.max(fstatSync(file).size, HEAD), most) + 1)
    bytes.set(head)
    const length = fill(file, bytes, start)
    if (isArchive && length > most) return fail(`${path} has more than ${most} bytes: unpack it, and name its folder.`)
    return ok(bytes.subarray(0, length))
  } catch (error) {
    return fail(`${path} cannot be read: ${wordsOf(error)}`)
  } finally {
    closeSync(file)
  }
}
