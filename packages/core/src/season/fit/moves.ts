import { SLOTS, type Weekday } from '../../calendar/week.ts'
import type { DaySlot, Placed } from '../place/problem.ts'
import type { PlacementRuleId } from '../place/rules.ts'
import type { Decision } from '../season.ts'
import { minutesOf, type SessionDraft } from './draft.ts'
import { placed, problemOf, type PlacedWeek, type WeekFrame } from './place-week.ts'
import { longestOn, slotMinutes } from './room.ts'

/** What would be wrong with the plan's own day, by the rule of placement that weighs most against it. */
const AGAINST: { readonly [Rule in PlacementRuleId]?: string } = {
  'heavy-before-key': 'heavy strength would be too near before a key session',
  'heavy-before-race': 'heavy strength would be too near before a race',
  'heavy-before-hard': 'heavy strength would be too near before fast running',
  'heavy-apart': 'two heavy days need 48 h between them',
  'plyometrics-before-key': 'jumps would be too near before a key session',
  'race-recovery': 'the legs would still have a race in them',
  'key-before-race': 'a race would come too soon after it',
  'hours-after-run': 'strength needs 6 h after a run of the same day',
  'run-before-strength': 'the run comes before strength on one day',
  'key-days-in-a-row': 'two key days would stand in a row',
  'hard-beside-key': 'it would stand beside a key session',
  'long-beside-key': 'the long run would stand beside a key session',
  'long-on-hard-day': 'the long run would stand on a hard day',
  'strength-on-easy-day': 'strength belongs on an easy day',
  'strength-days-apart': 'the two strength days would stand together',
  'two-runs-a-day': 'two runs would share a day',
  'rest-day': 'the week would have no day without training',
}

/** A decision for each session that stands on another day, or in another half of it, than its plan says, with the reason. */
export const moveDecisions = (week: PlacedWeek, frame: WeekFrame): readonly Decision[] =>
  week.drafts.flatMap((draft): readonly Decision[] => {
    const { planned } = draft
    const place = week.placed.placement.get(draft.id)
    if (!planned || !place) return []
    const sameSlot = planned.slot === null || planned.slot === place.slot
    const sameDay = planned.day === null || planned.day === place.day
    if (sameDay && sameSlot) return []
    const reason = reasonOf(draft, place, week, frame)
    return [
      {
        about: 'place',
        session: draft.id,
        what: `${[planned.day ?? 'a session', ...(planned.slot === null ? [] : [planned.slot])].join(' ')}: on ${place.day}${sameSlot ? '' : ` ${place.slot}`}`,
        ...reason,
      },
    ]
  })

type Reason = Pick<Decision, 'because' | 'rule'>

const reasonOf = (draft: SessionDraft, place: DaySlot, week: PlacedWeek, frame: WeekFrame): Reason => {
  const { moved, wish, planned } = draft
  if (moved && place.day === wish.day) return moved
  const day = wish.day ?? planned?.day ?? place.day
  if (!frame.room.some((each) => each.day === day)) {
    return { rule: 'minutes', because: `there is no time on the plan's day that week` }
  }
  if (minutesOf(draft) > longestOn(frame.room, day)) {
    return { rule: 'minutes', because: `the plan's day has too few minutes for it` }
  }
  const slot = planned?.day === day ? planned.slot : null
  if (slot && minutesOf(draft) > slotMinutes(frame.room, { day, slot })) {
    return { rule: 'minutes', because: `the plan's half of the day has too few minutes for it` }
  }
  return reasonOfRules(draft, day, week, frame)
}

/** Placed once more with this session where the plan has it: what that would cost is the reason. */
const reasonOfRules = (draft: SessionDraft, day: Weekday, week: PlacedWeek, frame: WeekFrame): Reason => {
  const slots = draft.planned?.slot && draft.planned.day === day ? [draft.planned.slot] : SLOTS
  const there = slots
    .flatMap(
      (slot) =>
        placed(
          problemOf(
            week.drafts.map((each) => (each === draft ? { ...each, fixed: { day, slot } } : each)),
            frame,
          ),
          frame.rules,
        ) ?? [],
    )
    .toSorted((a, b) => a.cost - b.cost)[0]
  if (!there) return { rule: 'placement', because: 'on the plan’s day the others would not all have a place' }
  const worst = moreBroken(there, week.placed)
  const because = (worst && AGAINST[worst]) ?? 'with the other sessions where they are, it stands better there'
  return { rule: worst ?? 'placement', because: `on the plan’s day ${because}` }
}

/** The rule that the first placement breaks most above the second, wishes aside. */
const moreBroken = (first: Placed, second: Placed): PlacementRuleId | undefined => {
  const costs = new Map<PlacementRuleId, number>()
  for (const { rule, cost } of first.broken) costs.set(rule, (costs.get(rule) ?? 0) + cost)
  for (const { rule, cost } of second.broken) costs.set(rule, (costs.get(rule) ?? 0) - cost)
  const [most] = [...costs].filter(([rule, cost]) => rule !== 'wish' && cost > 0).toSorted((a, b) => b[1] - a[1])
  return most?.[0]
}
