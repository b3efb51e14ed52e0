import { fail } from '@bell-lap/core'
import type { Problem, ProblemCode } from '../fit/recorded.ts'

/** Why nothing of a file is taken. */
export interface Refusal {
  readonly code: ProblemCode
  readonly message: string
  /** Everything that was found wrong on the way; never empty. */
  readonly problems: readonly Problem[]
}

export const refuse = (code: ProblemCode, message: string, problems: readonly Problem[] = []) =>
  fail<Refusal>({ code, message, problems: problems.length > 0 ? problems : [{ code, message }] })
