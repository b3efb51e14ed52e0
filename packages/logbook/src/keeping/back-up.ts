import { createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import { exportEverything } from './export-everything.ts'

const syncAt = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes everything of the owner into one archive at `path`, while others go on writing: whole, or not at all. It is
 * restored like any export.
 */
export const backUp = async (
  logbook: Logbook,
  path: string,
): Promise<Result<{ readonly bytes: number }, LogbookFault>> => {
  const archive = await exportEverything(logbook, logbook.owner)
  if (!archive.ok) return archive
  const half = `${path}.half`
  try {
    await pipeline(archive.value.body, createWriteStream(half))
    await syncAt(half)
    await rename(half, path)
    await syncAt(dirname(path))
  } finally {
    await rm(half, { force: true })
  }
  return ok({ bytes: (await stat(path)).size })
}
