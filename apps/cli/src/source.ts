import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { fail, ok, type Result } from '@bell-lap/core'
import { decodeText, MOST_TEXT_BYTES, type DecodedText } from '@bell-lap/formats'

const STDIN = 0

/** Reads a file, or the standard input for `-`, as text; says in one sentence what is wrong and what to do. */
export const readSource = (path: string): Result<DecodedText, string> => {
  const bytes = readBytes(path)
  if (!bytes.ok) return bytes
  const decoded = decodeText(bytes.value)
  return decoded.ok ? ok(decoded.value) : fail(`${nameOf(path)}: ${decoded.fault.message}`)
}

const nameOf = (path: string): string => (path === '-' ? 'standard input' : path)

/** Never reads more than the limit and one byte, however large the file is. */
const readBytes = (path: string): Result<Uint8Array, string> => {
  let file: number
  try {
    file = path === '-' ? STDIN : openSync(path, 'r')
  } catch (error) {
    return fail(`${path}: ${whyNot(error)}`)
  }
  try {
    if (path !== '-' && fstatSync(file).isDirectory()) return fail(`${path} is a folder: name a file in it.`)
    return ok(readUpTo(file, MOST_TEXT_BYTES + 1))
  } catch (error) {
    return fail(`${nameOf(path)}: ${whyNot(error)}`)
  } finally {
    if (path !== '-') closeSync(file)
  }
}

const readUpTo = (file: number, most: number): Uint8Array => {
  const bytes = new Uint8Array(most)
  let length = 0
  while (length < most) {
    const read = readChunk(file, bytes, length)
    if (read === 0) break
    length += read
  }
  return bytes.subarray(0, length)
}

/** A terminal or pipe that has nothing yet says EAGAIN; its end says EOF on some systems. */
const readChunk = (file: number, bytes: Uint8Array, from: number): number => {
  for (;;) {
    try {
      return readSync(file, bytes, from, bytes.length - from, null)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

const whyNot = (error: unknown): string => {
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'there is no such file. Check the name, or use - to read from standard input.'
    case 'EACCES':
    case 'EPERM':
      return 'this file may not be read. Check its permissions.'
    default:
      return error instanceof Error ? error.message : String(error)
  }
}
