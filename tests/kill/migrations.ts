import { sql } from 'kysely'
import { MIGRATIONS, type Migration } from '../../packages/logbook/src/store/migrations.ts'

/** A step of several statements, so that it can be cut in the middle: a column, a table, a row for each athlete. */
const extra = (number: number): Migration => ({
  name: `extra ${number}`,
  up: async (tx) => {
    await sql.raw(`alter table plans add column extra_${number} text`).execute(tx)
    await sql.raw(`create table extra_${number} (athlete text primary key, note text)`).execute(tx)
    await sql.raw(`insert into extra_${number} select athlete, 'moved' from athletes`).execute(tx)
    for (let round = 0; round < 20; round++)
      await sql.raw(`update plans set extra_${number} = 'round ${round}'`).execute(tx)
  },
})

/** The migrations of the program and so many more. */
export const withExtras = (count: number): readonly Migration[] => [
  ...MIGRATIONS,
  ...Array.from({ length: count }, (_, index) => extra(index + 1)),
]
