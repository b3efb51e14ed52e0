import type { Kysely } from 'kysely'
import type { NamedHashes } from './files.ts'
import type { Tables } from './tables.ts'

/** SQLite takes 32,766 values in a statement, PostgreSQL 65,535. */
const AT_ONCE = 1000

/**
 * Which hashes a row names: files that are kept, and files of imports that wait for their reading. An administrator's
 * question, over all athletes.
 */
export const namedIn =
  (db: Kysely<Tables>): NamedHashes =>
  async (hashes) => {
    const named = new Set<string>()
    for (let from = 0; from < hashes.length; from += AT_ONCE) {
      const some = hashes.slice(from, from + AT_ONCE)
      const kept = await db.selectFrom('files').select('hash').where('hash', 'in', some).execute()
      const waiting = await db
        .selectFrom('import_files')
        .select('hash')
        .where('hash', 'in', some)
        .where('state', 'in', ['waiting', 'reading'])
        .execute()
      for (const { hash } of [...kept, ...waiting]) if (hash !== null) named.add(hash)
    }
    return named
  }
