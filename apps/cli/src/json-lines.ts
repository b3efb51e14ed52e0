import { z } from 'zod'
import { fail, ok, type Result } from '@bell-lap/core'

const Prescription = z.object({ id: z.union([z.string(), z.number()]), text: z.string() })
export type Prescription = z.infer<typeof Prescription>

/** One line of a batch: an object with `id` and `text`; further keys are left alone. */
export const parseJsonLine = (line: string): Result<Prescription, string> => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return fail('this line is not JSON; each line is one object with id and text')
  }
  const parsed = Prescription.safeParse(value)
  return parsed.success ? ok(parsed.data) : fail('this line needs an "id" (text or number) and a "text"')
}
