import { fail, ok, type Result } from '@bell-lap/core'
import type { Problem } from '../fit/recorded.ts'
import { isZip } from './directory.ts'
import type { Entry } from './entry.ts'
import { gunzip, isGzip } from './gzip.ts'
import type { ArchiveLimits } from './limits.ts'
import type { Contents } from './unpacked.ts'
import { unpack } from './unzip.ts'

/** The contents of an entry out of the archive and of one layer of gzip, at most `most` bytes at each step. */
export const unpackAll = (
  bytes: Uint8Array,
  entry: Entry,
  most: number,
  limits: ArchiveLimits,
): Result<Contents, Problem> => {
  const outer = unpack(bytes, entry, most, limits)
  if (!outer.ok) return outer
  if (isZip(outer.value.bytes)) return fail({ code: 'nested-archive', message: 'The entry is an archive itself.' })
  if (!isGzip(outer.value.bytes)) return outer
  const inner = gunzip(outer.value.bytes, most, limits)
  if (!inner.ok) return fail({ code: inner.fault.code, message: inner.fault.message })
  return ok({ bytes: inner.value.bytes, problems: [...outer.value.problems, ...inner.value.problems] })
}
