import {
  RUNS,
  SLOTS,
  WEEKDAYS,
  type Hardness,
  type PlacementProblem,
  type PlacementRule,
  type PlacementSession,
} from './core.ts'

export interface MipSlot {
  readonly day: (typeof WEEKDAYS)[number]
  readonly slot: (typeof SLOTS)[number]
  readonly dayNumber: number
  readonly start: number
  readonly room: number
}

export interface Week {
  readonly problem: PlacementProblem
  readonly rules: readonly PlacementRule[]
  readonly slots: readonly MipSlot[]
  readonly sessions: readonly PlacementSession[]
  readonly needs: (session: PlacementSession) => number
}

export const DAY = 1440

export const x = (i: number, s: number): string => `x_${i}_${s}`

export const slotsOf = ({ days, startTimes }: PlacementProblem): readonly MipSlot[] =>
  WEEKDAYS.flatMap((day, dayNumber) =>
    SLOTS.flatMap((slot) => {
      const minutes = days.find((entry) => entry.day === day)?.slots[slot]
      const free = slot === 'am' ? startTimes.pm - startTimes.am : DAY - startTimes.pm + startTimes.am
      return minutes === undefined
        ? []
        : [{ day, slot, dayNumber, start: dayNumber * DAY + startTimes[slot], room: Math.min(minutes, free) }]
    }),
  )

export const isRun = ({ hardness }: PlacementSession): boolean => (RUNS as readonly Hardness[]).includes(hardness)

export interface End {
  readonly hardness: Hardness
  readonly day: number
  readonly start: number
  readonly end: number
}

/** What the rules ask for two sessions in different slots, `early` first; undefined where a limit forbids it. */
export const costOfTwo = (rules: readonly PlacementRule[], early: End, late: End): number | undefined => {
  let cost = daysCost(rules, early, late)
  for (const rule of rules) {
    if (rule.kind === 'order' && early.day === late.day) {
      if (rule.later.includes(early.hardness) && rule.first.includes(late.hardness)) cost += rule.cost
    }
    if (rule.kind !== 'hours' || !rule.from.includes(early.hardness) || !rule.to.includes(late.hardness)) continue
    if (rule.sameDay && early.day !== late.day) continue
    const minutes = late.start - early.end
    if (rule.neverUnderHours !== undefined && minutes < rule.neverUnderHours * 60) return undefined
    cost += Math.max(0, Math.ceil(rule.underHours - minutes / 60)) * rule.costPerHour
  }
  return cost
}

export const daysCost = (rules: readonly PlacementRule[], a: End, b: End): number => {
  const apart = Math.abs(a.day - b.day)
  let cost = 0
  for (const rule of rules) {
    if (rule.kind !== 'days' || apart > 1) continue
    const either = [
      [a, b],
      [b, a],
    ].some(([one, other]) => one && other && rule.one.includes(one.hardness) && rule.other.includes(other.hardness))
    if (either) cost += apart === 0 ? rule.sameDayCost : rule.nextDayCost
  }
  return cost
}

export const endIn = ({ hardness, minutes }: PlacementSession, { dayNumber, start }: MipSlot, delay = 0): End => ({
  hardness,
  day: dayNumber,
  start: start + delay,
  end: start + delay + minutes,
})

/** Runs that a session may have to wait for in its slot, and first of all none. */
export const hostsOf = (
  { sessions }: Week,
  i: number,
): readonly { readonly run: number | null; readonly delay: number }[] => [
  { run: null, delay: 0 },
  ...(sessions[i]?.afterRun
    ? sessions.flatMap((session, run) => (isRun(session) && !session.afterRun ? [{ run, delay: session.minutes }] : []))
    : []),
]
