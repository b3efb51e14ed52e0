import { fail, ok, type Result } from '@bell-lap/core'
import type { LogbookFault } from '../fault.ts'
import { MIGRATIONS } from '../store/migrations.ts'
import { damaged, refusal, sumOf, type OpenArchive } from './archive-entries.ts'
import { EXPORTED, rowSchema, type ArchiveRow, type ExportedTable } from './exported.ts'
import { linesIn } from './lines.ts'
import { hashIn, MANIFEST, Manifest, originalName } from './manifest.ts'
import { upgradeRow } from './older.ts'

const MOST_MANIFEST_BYTES = 200_000_000

const readManifest = async (archive: OpenArchive): Promise<Result<Manifest, LogbookFault>> => {
  const entry = archive.entries.get(MANIFEST)
  if (!entry || entry.uncompressedSize > MOST_MANIFEST_BYTES)
    return fail(refusal('no-manifest', 'This is no archive of Bell Lap: it has no manifest.json.'))
  const parts: Uint8Array[] = []
  for await (const chunk of await archive.read(MANIFEST)) parts.push(chunk)
  const manifest = Manifest.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8')))
  if (manifest.success) return ok(manifest.data)
  const [issue] = manifest.error.issues
  return fail(
    refusal('no-manifest', `The manifest of the archive cannot be read: ${issue?.path.join('.')}: ${issue?.message}.`),
  )
}

const shapeFault = ({ shape, program }: Manifest): LogbookFault | undefined =>
  shape > MIGRATIONS.length
    ? {
        ...refusal('newer', `The archive was made by a later Bell Lap (${program}).`),
        change: 'Restore it with that version, or a later one.',
      }
    : undefined

/** Every file of the archive is named by the manifest with its size, and the other way round. */
const listFault = ({ files }: Manifest, { entries }: OpenArchive): LogbookFault | undefined => {
  const named = new Map(files.map((file) => [file.name, file]))
  for (const [name, { uncompressedSize }] of entries) {
    if (name === MANIFEST) continue
    const file = named.get(name)
    if (!file) return refusal('not-named', `The archive holds ${name}, which its manifest does not name.`)
    if (file.bytes !== uncompressedSize)
      return refusal('wrong-size', `${name} has not the size that the manifest states.`)
  }
  const missing = files.find(({ name }) => !entries.has(name))
  return missing && refusal('missing', `The manifest names ${missing.name}, which the archive does not hold.`)
}

const sumFault = async ({ files }: Manifest, archive: OpenArchive): Promise<LogbookFault | undefined> => {
  for (const { name, bytes, sha256 } of files) {
    const sum = await sumOf(await archive.read(name))
    const hash = hashIn(name)
    if (sum.bytes !== bytes || sum.sha256 !== sha256 || (hash !== undefined && hash !== sha256))
      return refusal('checksum', `${name} in the archive is not what it was when the archive was made.`)
  }
  return undefined
}

/** Why a line is no row. Never thrown out of this room. */
class BadRow extends Error {}

/** Rows of a table in an archive, checked, in this program's shape. Throws where a line holds none. */
export async function* rowsIn(
  archive: OpenArchive,
  table: ExportedTable,
  shape: number,
): AsyncGenerator<ArchiveRow, void> {
  const name = `tables/${table.name}.jsonl`
  if (!archive.entries.has(name)) return
  const schema = rowSchema(table)
  let number = 0
  for await (const line of linesIn(await archive.read(name))) {
    number++
    const row = schema.safeParse(upgradeRow(table.name, JSON.parse(line), shape))
    if (row.success) yield row.data
    else {
      const [issue] = row.error.issues
      throw new BadRow(`line ${number} of ${name}: ${issue?.path.join('.')}: ${issue?.message}`)
    }
  }
}

const rowFault = async (manifest: Manifest, archive: OpenArchive): Promise<LogbookFault | undefined> => {
  for (const table of EXPORTED) {
    let count = 0
    for await (const row of rowsIn(archive, table, manifest.shape)) {
      count++
      if (table.name !== 'files') continue
      const name = originalName(String(row['hash']), String(row['name']))
      if (!archive.entries.has(name)) return refusal('missing', `The archive names ${name}, and does not hold it.`)
    }
    const stated = manifest.rows[table.name] ?? 0
    if (count !== stated)
      return refusal('wrong-size', `${table.name} has ${count} rows, and the manifest states ${stated}.`)
  }
  return undefined
}

/** Everything about an archive is checked before anything of it is taken: names, sizes, checksums, every row. */
export const checkArchive = async (archive: OpenArchive): Promise<Result<Manifest, LogbookFault>> => {
  try {
    const manifest = await readManifest(archive)
    if (!manifest.ok) return manifest
    const fault =
      shapeFault(manifest.value) ??
      listFault(manifest.value, archive) ??
      (await sumFault(manifest.value, archive)) ??
      (await rowFault(manifest.value, archive))
    return fault ? fail(fault) : manifest
  } catch (error) {
    return fail(damaged(error))
  }
}
