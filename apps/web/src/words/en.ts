import type { activity } from '../activity/words.ts'
import type { calendar } from '../calendar/words.ts'
import { drawing } from '../drawing/words.ts'
import type { editor } from '../editor/words.ts'
import type { importing } from '../importing/words.ts'
import type { library } from '../library/words.ts'
import type { maker } from '../maker/words.ts'
import { moving } from '../moving/words.ts'
import type { progress } from '../progress/words.ts'
import { session } from '../session/words.ts'
import type { settings } from '../settings/words.ts'
import { shell } from '../shell/words.ts'
import { today } from '../today/words.ts'
import { welcome } from '../welcome/words.ts'
import { sport } from './sport.ts'

/** English, the first language. These words come with the first page. */
export const first = { ...sport, ...shell, ...drawing, ...moving, ...welcome, ...today, ...session } as const

/** Every text of the interface, each room's beside the room; the words of the other rooms come with their pages. */
export type English = typeof first &
  typeof activity &
  typeof calendar &
  typeof editor &
  typeof importing &
  typeof library &
  typeof maker &
  typeof progress &
  typeof settings
