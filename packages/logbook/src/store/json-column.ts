import type { z } from 'zod'

/** JSON of a column, checked: a row that does not hold what it should is damage, and throws. */
export const readJson = <Schema extends z.ZodType>(schema: Schema, text: string, what: string): z.output<Schema> => {
  const parsed = schema.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(`The store holds ${what} that cannot be read: ${issue?.path.join('.')}: ${issue?.message}`)
}
