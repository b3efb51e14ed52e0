import type { Kysely, Transaction } from 'kysely'
import type { Result } from '@bell-lap/core'
import type { Database } from './databases.ts'
import type { Tables } from './tables.ts'

/** The rows of the kept record. */
export interface Store {
  readonly kind: Database['kind']
  /** For reading. Inside `transact` only its own `tx` may be used: on SQLite anything else would wait for itself. */
  readonly db: Kysely<Tables>
  /**
   * One transaction for one thing that happened: all of it is kept, or, where the work returns a failure or throws,
   * nothing.
   */
  transact<Value, Fault>(
    work: (tx: Transaction<Tables>) => Promise<Result<Value, Fault>>,
  ): Promise<Result<Value, Fault>>
  readonly database: Database
  close(): Promise<void>
}

/** Thrown to take a transaction back whose work returned a failure; never leaves this file. */
const ROLL_BACK = new Error('rolled back')

export const storeOver = (database: Database): Store => ({
  kind: database.kind,
  db: database.db,
  database,
  transact: (work) => transact(database.db, work),
  close: () => database.close(),
})

const transact = async <Value, Fault>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<Result<Value, Fault>>,
): Promise<Result<Value, Fault>> => {
  let done: Result<Value, Fault> | undefined
  try {
    await db.transaction().execute(async (tx) => {
      done = await work(tx)
      if (!done.ok) throw ROLL_BACK
    })
  } catch (error) {
    if (error !== ROLL_BACK || !done) throw error
  }
  if (!done) throw new Error('A transaction ended without an answer.')
  return done
}
