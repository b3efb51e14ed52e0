import { createHash, randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What was taken in: SHA-256 of its bytes in hexadecimal, and how many they are. */
export interface KeptFile {
  readonly hash: string
  readonly bytes: number
}

/** Original files, by the SHA-256 of their bytes: `files/ab/abcd...`. */
export interface Files {
  /**
   * Writes the bytes to disk for good, then lets `record` make the row that names them, in a transaction. Where no row
   * names them after that, they are taken away again.
   */
  keep<Done>(bytes: Uint8Array | AsyncIterable<Uint8Array>, record: (kept: KeptFile) => Promise<Done>): Promise<Done>
  path(hash: string): string
  read(hash: string): Promise<Uint8Array>
  has(hash: string): Promise<boolean>
  /** Takes files away that no row of any athlete names any more. */
  forget(hashes: Iterable<string>): Promise<void>
  /** Takes away whatever no row names, and halves that a kill left; returns how many. For the start: nothing else runs. */
  sweep(): Promise<number>
}

const HASH = /^[0-9a-f]{64}$/

/** Which of some hashes are named by a row of any athlete. */
export type NamedHashes = (hashes: readonly string[]) => Promise<ReadonlySet<string>>

export const filesIn = (folder: string, named: NamedHashes): Files => {
  const halves = join(folder, 'halves')
  const path = (hash: string): string => {
    if (!HASH.test(hash)) throw new RangeError(`${hash} is no SHA-256.`)
    return join(folder, hash.slice(0, 2), hash)
  }
  /** Files whose row is being made: how many are making it. */
  const making = new Map<string, number>()
  const count = (hash: string, by: number): void => {
    const now = (making.get(hash) ?? 0) + by
    if (now > 0) making.set(hash, now)
    else making.delete(hash)
  }
  const forget = async (hashes: Iterable<string>): Promise<void> => {
    const all = [...hashes].filter((hash) => !making.has(hash))
    const still = await named(all)
    for (const hash of all) if (!still.has(hash) && !making.has(hash)) rmSync(path(hash), { force: true })
  }

  const keep: Files['keep'] = async (bytes, record) => {
    await mkdir(halves, { recursive: true })
    const half = join(halves, randomUUID())
    let kept: KeptFile | undefined
    try {
      kept = await writeDown(half, bytes instanceof Uint8Array ? [bytes] : bytes)
      count(kept.hash, 1)
      moveForGood(half, path(kept.hash))
      return await record(kept)
    } finally {
      await rm(half, { force: true })
      if (kept) {
        count(kept.hash, -1)
        await forget([kept.hash])
      }
    }
  }
  return {
    path,
    keep,
    forget,
    read: (hash) => readFile(path(hash)),
    has: (hash) =>
      stat(path(hash)).then(
        (found) => found.isFile(),
        () => false,
      ),
    sweep: async () => {
      await rm(halves, { recursive: true, force: true })
      const shelves = await readdir(folder, { withFileTypes: true })
      let swept = 0
      for (const { name } of shelves.filter((each) => each.isDirectory() && /^[0-9a-f]{2}$/.test(each.name)))
        swept += await sweepShelf(join(folder, name), named)
      return swept
    },
  }
}

/** Written whole and on the disk before anything names it. */
const writeDown = async (path: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<KeptFile> => {
  const [file, hash] = [await open(path, 'wx', 0o600), createHash('sha256')]
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { hash: hash.digest('hex'), bytes }
}

const moveForGood = (from: string, to: string): void => {
  mkdirSync(dirname(to), { recursive: true })
  renameSync(from, to)
  syncFolder(dirname(to))
  syncFolder(dirname(dirname(to)))
}

/** The names in a folder are on the disk once it is synced itself; Windows knows no such thing. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

const sweepShelf = async (shelf: string, named: NamedHashes): Promise<number> => {
  const found = await readdir(shelf)
  const still = await named(found.filter((name) => HASH.test(name)))
  const astray = found.filter((name) => !still.has(name))
  for (const name of astray) await rm(join(shelf, name), { recursive: true, force: true })
  return astray.length
}
