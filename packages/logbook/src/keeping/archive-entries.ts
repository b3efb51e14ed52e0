import { createHash } from 'node:crypto'
import { open, type Entry, type ZipFile } from 'yauzl'
import { fail, ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import { isArchiveName } from './manifest.ts'

/** An archive that was looked over: its directory, and a way to its files. */
export interface OpenArchive {
  readonly entries: ReadonlyMap<string, Entry>
  /** Bytes of a file, unpacked; never more than its directory states. Throws where it is damaged. */
  read(name: string): Promise<AsyncIterable<Uint8Array>>
  close(): void
}

/** Files in one archive: originals, tables, copies. */
const MOST_ENTRIES = 500_000
/** What unpacks to more than this many times itself is no record of running; small files are free to. */
const MOST_RATIO = 250
const FREE_BYTES = 4_000_000
/** Bytes that all files may come to. */
const MOST_BYTES = 50_000_000_000

export const refusal = (reason: string, message: string): LogbookFault => ({ code: 'refused', reason, message })

const doubtOf = (entry: Entry, known: ReadonlyMap<string, Entry>): LogbookFault | undefined => {
  const name = entry.fileName
  const shown = JSON.stringify(name.slice(0, 100))
  if (!isArchiveName(name)) return refusal('bad-name', `The archive holds ${shown}, which none of Bell Lap holds.`)
  if (known.has(name)) return refusal('duplicate-name', `The archive holds ${shown} twice.`)
  if (entry.isEncrypted()) return refusal('encrypted', `${shown} in the archive is encrypted.`)
  const { compressedSize, uncompressedSize } = entry
  if (uncompressedSize > FREE_BYTES && uncompressedSize > MOST_RATIO * compressedSize)
    return refusal('bomb', `${shown} in the archive would unpack to ${uncompressedSize} bytes.`)
  return undefined
}

const openZip = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    open(
      path,
      { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true },
      (error, zip) => {
        if (zip) resolve(zip)
        else reject(error ?? new Error('nothing opened'))
      },
    )
  })

const directoryOf = (zip: ZipFile): Promise<Result<ReadonlyMap<string, Entry>, LogbookFault>> =>
  new Promise((resolve) => {
    const entries = new Map<string, Entry>()
    let bytes = 0
    const stop = (fault: LogbookFault): void => resolve(fail(fault))
    zip.on('error', (error: Error) => stop(damaged(error)))
    zip.on('end', () => resolve(ok(entries)))
    zip.on('entry', (entry: Entry) => {
      const doubt = doubtOf(entry, entries)
      bytes += entry.uncompressedSize
      if (doubt) return stop(doubt)
      if (entries.size >= MOST_ENTRIES || bytes > MOST_BYTES)
        return stop(refusal('too-large', 'The archive holds more than any record of running.'))
      entries.set(entry.fileName, entry)
      return zip.readEntry()
    })
    zip.readEntry()
  })

/** Reasons of the unpacker are told as they are: they name the place in the file. */
export const damaged = (error: unknown): LogbookFault => {
  const reason = error instanceof Error ? error.message : String(error)
  const badName = /relative path|absolute path|invalid characters in fileName/.test(reason)
  return refusal(badName ? 'bad-name' : 'damaged', `This is no archive of Bell Lap, or a damaged one: ${reason}.`)
}

const streamOf = (zip: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (stream) resolve(stream)
      else reject(error ?? new Error('nothing opened'))
    })
  })

/** Opens an archive and looks its directory over; nothing is unpacked yet. */
export const openArchive = async (path: string): Promise<Result<OpenArchive, LogbookFault>> => {
  let zip: ZipFile
  try {
    zip = await openZip(path)
  } catch (error) {
    return fail(damaged(error))
  }
  const entries = await directoryOf(zip)
  if (!entries.ok) {
    zip.close()
    return entries
  }
  return ok({
    entries: entries.value,
    read: (name) => {
      const entry = entries.value.get(name)
      return entry ? streamOf(zip, entry) : Promise.reject(new RangeError(`The archive holds no ${name}.`))
    },
    close: () => zip.close(),
  })
}

/** SHA-256 and size of what goes by. */
export const sumOf = async (
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly sha256: string; readonly bytes: number }> => {
  const hash = createHash('sha256')
  let count = 0
  for await (const chunk of bytes) {
    hash.update(chunk)
    count += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes: count }
}
