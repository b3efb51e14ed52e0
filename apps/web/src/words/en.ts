import type { activity } from '../activity/words.ts'
import type { calendar } from '../calendar/words.ts'
import { drawing } from '../drawing/words.ts'
import type { editor } from '../editor/words.ts'
import type { importing } from '../importing/words.ts'
import type { library } from '../library/words.ts'
import type { maker } from '../maker/words.ts'
import type { moving } from '../moving/words.ts'
import type { progress } from '../progress/words.ts'
import type { recording } from '../recording/words.ts'
import type { session } from '../session/words.ts'
import type { settings } from '../settings/words.ts'
import { shell } from '../shell/words.ts'
import { today } from '../today/words.ts'
import type { welcome } from '../welcome/words.ts'
import { sport } from './sport.ts'

/** English, the first language. These words come with the first page. */
export const first = { ...sport, ...shell, ...drawing, ...today } as const

/** Every text of the interface, each room's beside the room; the words of the other rooms come with their pages. */
export type English = typeof first &
  typeof activity &
  typeof calendar &
  typeof editor &
  typeof importing &
  typeof library &
  typeof maker &
  typeof moving &
  typeof progress &
  typeof recording &
  typeof session &
  typeof settings &
  typeof welcome
