import { calendar } from '../calendar/words.ts'
import { activity } from '../activity/words.ts'
import { drawing } from '../drawing/words.ts'
import { editor } from '../editor/words.ts'
import { importing } from '../importing/words.ts'
import { library } from '../library/words.ts'
import { maker } from '../maker/words.ts'
import { moving } from '../moving/words.ts'
import { progress } from '../progress/words.ts'
import { session } from '../session/words.ts'
import { settings } from '../settings/words.ts'
import { shell } from '../shell/words.ts'
import { today } from '../today/words.ts'
import { welcome } from '../welcome/words.ts'
import { sport } from './sport.ts'

/** English, the first language: every text of the interface, each room's beside the room. */
export const en = {
  ...sport,
  ...shell,
  ...drawing,
  ...moving,
  ...welcome,
  ...today,
  ...calendar,
  ...session,
  ...activity,
  ...editor,
  ...maker,
  ...library,
  ...progress,
  ...importing,
  ...settings,
} as const
