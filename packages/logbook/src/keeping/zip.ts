import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

// A ZIP archive written as it goes, never held in memory (APPNOTE 6.3.9): sizes stand behind each entry and in the
// directory at the end, in 64 bits throughout, so that nothing changes where an archive passes 4 GB.

/** A file on its way into an archive. */
export interface ZipEntry {
  /** With forward slashes. */
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

interface Written {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly bytes: number
  readonly at: number
}

const [LOCAL, DESCRIPTOR, CENTRAL] = [0x04034b50, 0x08074b50, 0x02014b50]
const [END_64, LOCATOR_64, END] = [0x06064b50, 0x07064b50, 0x06054b50]
/** Version 4.5: the first with 64 bits. */
const VERSION = 45
/** Sizes stand behind (bit 3); names are UTF-8 (bit 11). */
const FLAGS = (1 << 3) | (1 << 11)
const DEFLATE = 8
const [ALL_16, ALL_32] = [0xffff, 0xffffffff]
/** 1 January 1980: the archive says in its manifest when it was made. */
const DATE = 0x21
const EXTRA_64 = 1

const localHeader = (name: Buffer): Buffer => {
  const header = Buffer.alloc(30 + name.length + 20)
  header.writeUInt32LE(LOCAL, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(DEFLATE, 8)
  header.writeUInt16LE(DATE, 12)
  header.writeUInt32LE(ALL_32, 18)
  header.writeUInt32LE(ALL_32, 22)
  header.writeUInt16LE(name.length, 26)
  header.writeUInt16LE(20, 28)
  name.copy(header, 30)
  header.writeUInt16LE(EXTRA_64, 30 + name.length)
  header.writeUInt16LE(16, 32 + name.length)
  return header
}

const descriptor = ({ crc, packed, bytes }: Written): Buffer => {
  const part = Buffer.alloc(24)
  part.writeUInt32LE(DESCRIPTOR, 0)
  part.writeUInt32LE(crc, 4)
  part.writeBigUInt64LE(BigInt(packed), 8)
  part.writeBigUInt64LE(BigInt(bytes), 16)
  return part
}

const centralHeader = ({ name, crc, packed, bytes, at }: Written): Buffer => {
  const header = Buffer.alloc(46 + name.length + 28)
  header.writeUInt32LE(CENTRAL, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(VERSION, 6)
  header.writeUInt16LE(FLAGS, 8)
  header.writeUInt16LE(DEFLATE, 10)
  header.writeUInt16LE(DATE, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(ALL_32, 20)
  header.writeUInt32LE(ALL_32, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(28, 30)
  header.writeUInt32LE(ALL_32, 42)
  name.copy(header, 46)
  const extra = 46 + name.length
  header.writeUInt16LE(EXTRA_64, extra)
  header.writeUInt16LE(24, extra + 2)
  header.writeBigUInt64LE(BigInt(bytes), extra + 4)
  header.writeBigUInt64LE(BigInt(packed), extra + 12)
  header.writeBigUInt64LE(BigInt(at), extra + 20)
  return header
}

const endOf = (entries: number, at: number, size: number): Buffer => {
  const end = Buffer.alloc(56 + 20 + 22)
  end.writeUInt32LE(END_64, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(VERSION, 12)
  end.writeUInt16LE(VERSION, 14)
  end.writeBigUInt64LE(BigInt(entries), 24)
  end.writeBigUInt64LE(BigInt(entries), 32)
  end.writeBigUInt64LE(BigInt(size), 40)
  end.writeBigUInt64LE(BigInt(at), 48)
  end.writeUInt32LE(LOCATOR_64, 56)
  end.writeBigUInt64LE(BigInt(at + size), 64)
  end.writeUInt32LE(1, 72)
  end.writeUInt32LE(END, 76)
  end.writeUInt16LE(ALL_16, 84)
  end.writeUInt16LE(ALL_16, 86)
  end.writeUInt32LE(ALL_32, 88)
  end.writeUInt32LE(ALL_32, 92)
  return end
}

/** Half of what the best level saves, in a third of its time. */
const LEVEL = 4

interface Sums {
  crc: number
  bytes: number
  packed: number
}

async function* counted(bytes: AsyncIterable<Uint8Array>, sums: Sums): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of bytes) {
    sums.crc = crc32(chunk, sums.crc)
    sums.bytes += chunk.length
    yield chunk
  }
}

async function* packed(bytes: AsyncIterable<Uint8Array>, sums: Sums): AsyncGenerator<Uint8Array, void> {
  const deflate = createDeflateRaw({ level: LEVEL })
  // Whichever side ends early takes the other along: a reader that leaves, a file that cannot be read.
  const fed = pipeline(Readable.from(counted(bytes, sums), { objectMode: false }), deflate).catch(() => undefined)
  for await (const chunk of deflate) {
    if (!(chunk instanceof Uint8Array)) continue
    sums.packed += chunk.length
    yield chunk
  }
  await fed
}

/** Writes an archive of the entries, in their order. Throws what reading them throws. */
export async function* writeZip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array, void> {
  const written: Written[] = []
  let at = 0
  for await (const entry of entries) {
    const name = Buffer.from(entry.name)
    const header = localHeader(name)
    yield header
    const sums: Sums = { crc: 0, bytes: 0, packed: 0 }
    yield* packed(entry.bytes, sums)
    const done: Written = { name, at, ...sums }
    yield descriptor(done)
    at += header.length + sums.packed + 24
    written.push(done)
  }
  let size = 0
  for (const entry of written) {
    const header = centralHeader(entry)
    size += header.length
    yield header
  }
  yield endOf(written.length, at, size)
}
