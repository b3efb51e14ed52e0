// Writes docs/schema/*.json: the JSON Schema of each answer of the command line, from tests/contract/answers.ts.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { SCHEMAS } from '../tests/contract/answers.ts'

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'schema')

/** Name of each page and its text. */
export const schemaPages = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { reused: 'ref' }), null, 2)}\n`,
    ]),
  )

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of schemaPages()) writeFileSync(join(folder, name), text)
}
