import { join } from 'node:path'
import type { ControlledTransaction } from 'kysely'
import type { Logbook } from '../logbook.ts'
import { openSqlite } from '../store/databases.ts'
import type { Tables } from '../store/tables.ts'

/** All rows as they are at one moment, while others go on writing. */
export interface Snapshot {
  readonly tx: ControlledTransaction<Tables>
  close(): Promise<void>
}

/** SQLite reads on a connection of its own, so that a slow reader keeps nobody waiting; PostgreSQL in a transaction. */
export const openSnapshot = async (logbook: Logbook): Promise<Snapshot> => {
  if (logbook.store.kind === 'postgres') {
    const tx = await logbook.store.db.startTransaction().setIsolationLevel('repeatable read').execute()
    return { tx, close: () => tx.rollback().execute() }
  }
  const own = openSqlite(join(logbook.folder, 'logbook.db'))
  try {
    const tx = await own.db.startTransaction().execute()
    // A transaction of SQLite sees what was there when it first read.
    await tx.selectFrom('migrations').select('number').limit(1).execute()
    const close = async (): Promise<void> => {
      await tx.rollback().execute()
      await own.close()
    }
    return { tx, close }
  } catch (error) {
    await own.close()
    throw error
  }
}
