import { SLOTS, WEEKDAYS, type DaySlot, type Hardness, type PlacementProblem, type PlacementSession } from './core.ts'

/** How many sessions the random weeks have, in turn. */
export const COUNTS = [7, 8, 9, 10, 11, 12, 13, 14] as const

/** The week with this number: the same for the same seed, whatever other weeks are drawn. */
export const weekNumber = (seed: number, number: number): PlacementProblem =>
  randomWeek(randomFrom(Math.imul(seed, 0x9e3779b1) + number), COUNTS[number % COUNTS.length] ?? COUNTS[0])

/** Numbers that look random and are the same for the same seed (mulberry32, Tommy Ettinger 2017). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Draws from a seed, and an order of one's own for a list. */
export const drawn = (
  seed: number,
): Draw & { readonly shuffled: <Item>(items: readonly Item[]) => readonly Item[] } => {
  const random = randomFrom(seed)
  return {
    ...drawsOf(random),
    shuffled: (items) =>
      items
        .map((item) => ({ item, key: random() }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ item }) => item),
  }
}

/** Draws that a week is made of. */
interface Draw {
  readonly chance: (share: number) => boolean
  /** A whole number of steps from low to high, both included. */
  readonly between: (low: number, high: number, step?: number) => number
  readonly oneOf: <Item>(items: readonly Item[]) => Item
}

const drawsOf = (random: () => number): Draw => ({
  chance: (share) => random() < share,
  between: (low, high, step = 1) => low + step * Math.floor(random() * (Math.floor((high - low) / step) + 1)),
  oneOf: <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to draw from')
    return item
  },
})

const MINUTES: { readonly [H in Hardness]: readonly [number, number] } = {
  race: [30, 60],
  test: [40, 60],
  key: [50, 90],
  hard: [40, 60],
  easy: [30, 70],
  long: [75, 120],
  'heavy-strength': [30, 45],
  'light-strength': [25, 40],
  plyometrics: [15, 25],
  mobility: [10, 20],
  rest: [0, 0],
}

const kindOf = (hardness: Hardness): PlacementSession['kind'] => {
  if (hardness === 'heavy-strength' || hardness === 'light-strength') return 'strength'
  if (
    hardness === 'race' ||
    hardness === 'test' ||
    hardness === 'plyometrics' ||
    hardness === 'mobility' ||
    hardness === 'rest'
  ) {
    return hardness
  }
  return 'run'
}

/** What stands in a week of so many sessions: the work first, easy running for the rest. */
const hardnesses = (draw: Draw, count: number): readonly Hardness[] => {
  const work: Hardness[] = []
  const add = (hardness: Hardness, times: number): void => {
    for (let time = 0; time < times; time++) work.push(hardness)
  }
  add('race', draw.chance(0.15) ? 1 : 0)
  add('test', draw.chance(0.1) ? 1 : 0)
  add('key', draw.between(1, 3))
  add('long', draw.chance(0.8) ? 1 : 0)
  add('hard', draw.chance(0.4) ? 1 : 0)
  add('heavy-strength', draw.between(0, 2))
  add('light-strength', draw.between(0, 1))
  add('plyometrics', draw.chance(0.3) ? draw.between(1, 2) : 0)
  add('mobility', draw.between(0, 2))
  add('rest', draw.chance(0.08) ? 1 : 0)
  add('easy', Math.max(0, count - work.length))
  return work.slice(0, count)
}

interface Room {
  readonly slots: readonly DaySlot[]
  /** Share of sessions that somebody would like to have on a certain day, as the days of a written plan. */
  readonly wished: number
}

const sessionOf = (draw: Draw, hardness: Hardness, index: number, { slots, wished }: Room): PlacementSession => {
  const [low, high] = MINUTES[hardness]
  const follows = kindOf(hardness) !== 'run' && hardness !== 'race' && hardness !== 'test' && hardness !== 'rest'
  return {
    id: `${hardness}-${index}`,
    kind: kindOf(hardness),
    hardness,
    minutes: draw.between(low, high, 5),
    ...(follows && draw.chance(0.5) ? { afterRun: true } : {}),
    ...(draw.chance(0.1) && slots.length > 0 ? { fixed: draw.oneOf(slots) } : {}),
    ...(draw.chance(wished) ? { wish: wishOf(draw) } : {}),
  }
}

const wishOf = (draw: Draw): NonNullable<PlacementSession['wish']> =>
  draw.chance(0.5) ? { day: draw.oneOf(WEEKDAYS) } : { day: draw.oneOf(WEEKDAYS), slot: draw.oneOf(SLOTS) }

const daysOf = (draw: Draw, count: number): PlacementProblem['days'] => {
  const open = Math.min(1, 0.55 + count * 0.04)
  return WEEKDAYS.map((day) => ({
    day,
    slots: Object.fromEntries(SLOTS.flatMap((slot) => (draw.chance(open) ? [[slot, draw.between(45, 135, 15)]] : []))),
  }))
}

const NEIGHBOURS = ['key', 'long', 'heavy-strength', 'easy', 'plyometrics', 'race'] as const

/** A week with so many sessions: two slots a day, minutes, fixed places, wishes, and the sessions on both sides of it. */
const randomWeek = (random: () => number, count: number): PlacementProblem => {
  const draw = drawsOf(random)
  const days = daysOf(draw, count)
  const slots = days.flatMap(({ day, slots: open }) =>
    SLOTS.flatMap((slot) => (open[slot] === undefined ? [] : [{ day, slot }])),
  )
  const wished = draw.between(count < 11 ? 2 : 7, 10) / 10
  const several = <Item>(item: () => Item): readonly Item[] => Array.from({ length: draw.between(0, 3) }, item)
  const week: PlacementProblem = {
    days,
    sessions: hardnesses(draw, count).map((hardness, index) => sessionOf(draw, hardness, index, { slots, wished })),
    startTimes: { am: draw.between(330, 540, 15), pm: draw.between(720, 1140, 15) },
    before: several(() => ({ hardness: draw.oneOf(NEIGHBOURS), endedHoursBeforeWeek: draw.between(4, 60) })),
    after: several(() => ({ hardness: draw.oneOf(NEIGHBOURS), startsHoursAfterWeek: draw.between(5, 60) })),
  }
  return draw.chance(SQUEEZED) ? squeezed(draw, week, slots) : week
}

/** So many weeks are squeezed; with those that are impossible by themselves about a third has no placement. */
const SQUEEZED = 0.24

/** A week that asks for too much in one of the ways in which weeks do. Most of them cannot be placed. */
const squeezed = (draw: Draw, week: PlacementProblem, slots: readonly DaySlot[]): PlacementProblem => {
  const ways = [tooShort, tooFewDays, oneSlotForTwo, tooSoonBefore] as const
  return slots.length === 0 ? week : draw.oneOf(ways)(draw, week, slots)
}

/** No slot but a few has room for what is long. */
const tooShort = (draw: Draw, week: PlacementProblem): PlacementProblem => ({
  ...week,
  days: week.days.map(({ day, slots }) => ({
    day,
    slots: Object.fromEntries(SLOTS.flatMap((slot) => shortened(draw, slot, slots[slot]))),
  })),
})

const shortened = (draw: Draw, slot: (typeof SLOTS)[number], minutes: number | undefined) =>
  minutes === undefined
    ? []
    : [[slot, draw.chance(0.8) ? Math.min(minutes, draw.between(15, 60, 15)) : minutes] as const]

/** Days are taken out until the slots are about as many as the sessions. */
const tooFewDays = (draw: Draw, week: PlacementProblem): PlacementProblem => {
  const most = Math.max(1, week.sessions.filter(({ afterRun }) => !afterRun).length + draw.between(-2, 1))
  let left = most
  return {
    ...week,
    days: week.days
      .toSorted((a, b) => WEEKDAYS.indexOf(a.day) - WEEKDAYS.indexOf(b.day))
      .map(({ day, slots }) => ({
        day,
        slots: Object.fromEntries(Object.entries(slots).filter(() => left-- > 0)),
      })),
  }
}

/** Several sessions are fixed, and there are not places enough for them. */
const oneSlotForTwo = (draw: Draw, week: PlacementProblem, slots: readonly DaySlot[]): PlacementProblem => {
  const few = Array.from({ length: draw.between(1, 3) }, () => draw.oneOf(slots))
  return {
    ...week,
    sessions: week.sessions.map((session) => (draw.chance(0.4) ? { ...session, fixed: draw.oneOf(few) } : session)),
  }
}

/** Heavy strength is fixed, and what should not follow it within a day or four stands shortly behind it. */
const tooSoonBefore = (draw: Draw, week: PlacementProblem, slots: readonly DaySlot[]): PlacementProblem => {
  const heavy = week.sessions.findIndex(({ hardness }) => hardness === 'heavy-strength')
  const last = slots.at(-1)
  if (heavy < 0 || !last) return oneSlotForTwo(draw, week, slots)
  return {
    ...week,
    sessions: week.sessions.map((session, index) => (index === heavy ? { ...session, fixed: last } : session)),
    after: [...week.after, { hardness: 'race', startsHoursAfterWeek: draw.between(10, 70) }],
  }
}
