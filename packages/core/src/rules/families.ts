import type { Family } from '../workout/family.ts'

/** How the families of pace are called in findings. */
export const FAMILY_NAMES: { readonly [F in Family]: string } = {
  easy: 'easy pace',
  steady: 'steady pace',
  threshold: 'threshold pace',
  '5K': '5K pace',
  mile: 'mile pace',
  '800': '800 m pace',
  sprint: 'full speed',
}
