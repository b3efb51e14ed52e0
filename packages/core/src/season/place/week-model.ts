import { SLOTS, WEEKDAYS, weekdayIndex } from '../../calendar/week.ts'
import { aloneCosts, pairTable, transposed } from './costs.ts'
import { entriesOf } from './entries.ts'
import { NOTHING_WAIVED, type Frame, type ModelSlot, type PlaceModel, type Waived } from './model.ts'
import { withoutMirrors } from './peers.ts'
import type { PlacementProblem } from './problem.ts'
import { relationsOf } from './relation.ts'
import type { PlacementRule } from './rules.ts'

const MINUTES_A_DAY = 24 * 60

export interface ModelOptions {
  readonly waived?: Waived
  /** Sessions that are equal but for their names are told apart: some of them are going to differ in more. */
  readonly distinct?: boolean
}

/** Puts a week into numbers. Order of days, sessions and neighbours in the problem makes no difference. */
export const modelOf = (
  problem: PlacementProblem,
  rules: readonly PlacementRule[],
  { waived = NOTHING_WAIVED, distinct = false }: ModelOptions = {},
): PlaceModel => {
  const entries = entriesOf(problem, waived)
  const frame: Frame = {
    slots: slotsOf(problem),
    entries,
    before: beforeOf(problem),
    after: afterOf(problem),
    relations: relationsOf(rules, waived.rules),
    longestRun: Math.max(0, ...entries.map(({ run, leads, minutes }) => (run && leads ? minutes : 0))),
  }
  const alone = aloneCosts(frame, rules)
  return {
    ...frame,
    alone,
    pairs: pairsOf(frame, alone, distinct),
    doubleCost: costOf(rules, 'double'),
    restDayCost: costOf(rules, 'rest-day'),
  }
}

const costOf = (rules: readonly PlacementRule[], kind: 'double' | 'rest-day'): number =>
  rules.reduce((sum, rule) => (rule.kind === kind ? sum + rule.cost : sum), 0)

/** The slots of a week in the order of the clock. */
const slotsOf = ({ days, startTimes }: PlacementProblem): readonly ModelSlot[] => {
  const nights = { am: startTimes.pm - startTimes.am, pm: startTimes.am + MINUTES_A_DAY - startTimes.pm }
  return days
    .flatMap(({ day, slots }) =>
      SLOTS.flatMap((slot): readonly ModelSlot[] => {
        const minutes = slots[slot]
        if (minutes === undefined) return []
        const start = weekdayIndex(day) * MINUTES_A_DAY + startTimes[slot]
        return [{ place: { day, slot }, day: weekdayIndex(day), start, room: Math.min(minutes, nights[slot]) }]
      }),
    )
    .toSorted((a, b) => a.start - b.start)
}

const beforeOf = ({ before }: PlacementProblem): Frame['before'] =>
  before.map(({ hardness, endedHoursBeforeWeek }) => {
    const ago = Math.round(endedHoursBeforeWeek * 60)
    return { hardness, day: -1 - Math.floor(ago / MINUTES_A_DAY), end: -ago }
  })

const afterOf = ({ after }: PlacementProblem): Frame['after'] =>
  after.map(({ hardness, startsHoursAfterWeek }) => {
    const start = WEEKDAYS.length * MINUTES_A_DAY + Math.round(startsHoursAfterWeek * 60)
    return { hardness, day: Math.floor(start / MINUTES_A_DAY), start }
  })

const pairsOf = (frame: Frame, alone: Int32Array, distinct: boolean): PlaceModel['pairs'] => {
  const { entries, slots } = frame
  const count = entries.length
  const pairs = entries.flatMap((a, i) => entries.map((b, j) => (i < j ? pairTable(frame, a, b) : null)))
  const barred = distinct ? pairs : withoutMirrors({ entries, slots, alone, pairs })
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) barred[j * count + i] = transposed(barred[i * count + j] ?? null, slots.length)
  }
  return barred
}
