import type { DraftRecovery } from './recoveries.ts'
import { flushCue, type Scan } from './scan.ts'

export const pushRecovery = (scan: Scan, recovery: DraftRecovery): void => {
  flushCue(scan)
  scan.out.push(recovery)
}
