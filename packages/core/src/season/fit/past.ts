import type { Day } from '../../calendar/day.ts'
import { WEEKDAYS } from '../../calendar/week.ts'
import type { Decision } from '../season.ts'
import type { SessionDraft } from './draft.ts'
import { dayOf, wishIndex } from './work.ts'

export interface Begun {
  readonly drafts: readonly SessionDraft[]
  readonly decisions: readonly Decision[]
}

/**
 * What the plan has before today is past, and not squeezed into the rest of the week. Of sessions without a day as many
 * stay as the rest of the week has its share of.
 */
export const past = (drafts: readonly SessionDraft[], today: Day, monday: Day): Begun => {
  if (today <= monday) return { drafts, decisions: [] }
  const gone = today - monday
  const dated = drafts.filter(({ wish, fixed }) => fixed !== undefined || wish.day !== undefined)
  const undated = drafts.filter((draft) => !dated.includes(draft))
  const stay = new Set([
    ...dated.filter((draft) => draft.fixed !== undefined || wishIndex(draft) >= gone),
    ...undated.slice(Math.round((undated.length * gone) / WEEKDAYS.length)),
  ])
  return {
    drafts: drafts.filter((draft) => stay.has(draft)),
    decisions: drafts
      .filter((draft) => !stay.has(draft))
      .map((draft) => ({
        about: 'session',
        session: draft.id,
        rule: 'past',
        what: `${dayOf(draft)}: not done in this season`,
        because: 'the season begins in the middle of the week: what lies before today is past, and not made up for',
      })),
  }
}
