import { fail, type Result } from '../../result.ts'
import type { RecipeFault, RecipeFaultCode } from './request.ts'

/** Something checked, or why it cannot be. */
export type Settled<Value> = Result<Value, RecipeFault>

/** A fault with what happened and what would do instead, a sentence each. */
export const faultOf = (
  code: RecipeFaultCode,
  message: string,
  fix: string,
): { readonly ok: false; readonly fault: RecipeFault } => fail({ code, message, fix })
