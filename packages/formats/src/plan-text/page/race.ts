import {
  distanceOf,
  HALF_MARATHON,
  MARATHON,
  metres,
  type Distance,
  type DistanceUnit,
  type PlanRace,
  type Step,
  type Workout,
} from '@bell-lap/core'
import { countNamed } from './words.ts'

/** A race by its distance, as a plan names it. */
export interface RaceName {
  readonly name: string
  readonly distance: Distance
  readonly unit: DistanceUnit
}

const race = (name: string, amount: number, unit: DistanceUnit): RaceName => ({
  name,
  distance: distanceOf(amount, unit),
  unit,
})
const HALF: RaceName = { name: 'hm', distance: HALF_MARATHON, unit: 'km' }
const FULL: RaceName = { name: 'marathon', distance: MARATHON, unit: 'km' }

/** Races that plans are written for. */
const RACES: readonly RaceName[] = [
  race('400m', 400, 'm'),
  race('600m', 600, 'm'),
  race('800m', 800, 'm'),
  race('1000m', 1000, 'm'),
  race('1500m', 1500, 'm'),
  race('mile', 1, 'mi'),
  race('2000m', 2000, 'm'),
  race('3K', 3, 'K'),
  race('2mi', 2, 'mi'),
  race('4mi', 4, 'mi'),
  race('5K', 5, 'K'),
  race('8K', 8, 'K'),
  race('5mi', 5, 'mi'),
  race('10K', 10, 'K'),
  race('12K', 12, 'K'),
  race('15K', 15, 'K'),
  race('10mi', 10, 'mi'),
  HALF,
  FULL,
]

const NAMED =
  /\b(?:(half)[- ]?marathon|(marathon)|(\d{1,2}(?:[.,]\d)?|\d{3,5}|\d{1,2},\d{3})[ -]?(k|km|kilomet(?:re|er)s?|met(?:re|er)s?|m|miles?|mi)|(?:(two|four|five|ten)[ -](miles?|kilomet(?:re|er)s?|k))|((?:one|1) mile|the mile|mile (?:training|plan|race|program|season|block|for|in|schedule)|^mile))\b|\b(?:(400|800|1500|3000|5000|10000))(?=\s*(?:plan|training|program|race|schedule|in\b|for\b|[:,–-]|$))/gi
const HIGHER = /\b(?:from\s+)?\S+\s+to\s+(?:a\s+)?$/i

/** The races that a text names, in its order. */
export const racesIn = (text: string): readonly RaceName[] => {
  const races: RaceName[] = []
  for (const match of withFigures(text.slice(0, 400)).matchAll(NAMED)) {
    const named = raceOfMatch(match)
    if (!named) continue
    if (races.length === 1 && HIGHER.test(text.slice(0, match.index)) && /\d\s?k?m?\s+to\s/i.test(text))
      races.unshift(named)
    else races.push(named)
  }
  return races
}

/** `eight hundred metres`. */
const withFigures = (text: string): string =>
  text.replaceAll(
    /\b(four|eight|fifteen) hundred(?: met(?:re|er)s)?\b/gi,
    (_, word: string) => `${HUNDREDS[word.toLowerCase()]} m`,
  )
const HUNDREDS: { readonly [word: string]: number } = { four: 400, eight: 800, fifteen: 1500 }

const raceOfMatch = (match: RegExpMatchArray): RaceName | undefined => {
  const [, half, full, figures, unit, count, counted, mile, bare] = match
  if (half !== undefined) return HALF
  if (full !== undefined) return FULL
  if (mile !== undefined) return RACES.find(({ name }) => name === 'mile')
  if (bare !== undefined) return raceOver(metres(Number(bare)))
  if (count !== undefined) return raceOver(distanceOf(countNamed(count) ?? 0, unitOfWord(counted ?? '')))
  const amount = Number((figures ?? '').replace(/,(?=\d{3})/, '').replace(',', '.'))
  return raceOver(distanceOf(amount, unitOfWord(unit ?? '')))
}

const unitOfWord = (word: string): DistanceUnit => {
  const lower = word.toLowerCase()
  return lower.startsWith('k') ? 'km' : lower.startsWith('mi') ? 'mi' : 'm'
}

/** The race over a distance, within what road signs round. */
export const raceOver = (distance: Distance): RaceName | undefined =>
  RACES.find((known) => Math.abs(known.distance - distance) <= known.distance * 0.006)

export const planRaceOf = ({ name, distance }: RaceName): PlanRace => ({ name, distance })

/** Metres of a race that a workout states; undefined when it is no race or names no distance. */
export const racedDistance = (workout: Workout): Distance | undefined => {
  if (workout.kind !== 'race') return undefined
  for (const part of workout.steps) {
    if (part.kind === 'step' && part.role === 'race' && part.extent?.kind === 'distance') return part.extent.distance
  }
  return undefined
}

/** Gives a race that names no distance the plan's, as implied; other workouts stay as they are. */
export const withRace = (workout: Workout, goal: RaceName | undefined): Workout => {
  if (workout.kind !== 'race' || !goal || racedDistance(workout) !== undefined) return workout
  const extent = { kind: 'distance', distance: goal.distance, unit: goal.unit } as const
  const at = workout.steps.findIndex((part) => part.kind === 'step' && part.role === 'race')
  const stated = workout.steps[at]
  const step: Step =
    stated?.kind === 'step'
      ? { ...stated, extent, implied: true }
      : { kind: 'step', role: 'race', extent, target: null, implied: true }
  if (stated?.kind === 'step' && stated.extent !== null) return workout
  const steps = at >= 0 ? workout.steps.with(at, step) : [...workout.steps, step]
  return { ...workout, steps }
}

const NAME_ONLY =
  /^\W*(?:(?:the|your|my|goal|big|a)\s+)*(?:race(?: day)?\s*[:,–-]?\s*)?(.{2,40}?)(?:\s*race(?: day)?)?\W*$/i

/** The race that an entry names and says nothing else: `HALF MARATHON!`; undefined for other entries. */
export const raceNamedBy = (text: string): RaceName | undefined => {
  const name = text.length <= 60 ? NAME_ONLY.exec(text)?.[1]?.trim() : undefined
  const [named, ...more] = name === undefined ? [] : racesIn(name)
  return name !== undefined && named && more.length === 0 && withoutWords(named).test(name) ? named : undefined
}

/** A name that is also a distance to run (`10K`) has to be cheered to be a race, or to be the last entry of the plan. */
export const isCheered = (text: string): boolean => /marathon|!/i.test(text)

const withoutWords = ({ name }: RaceName): RegExp =>
  name === 'hm' || name === 'marathon'
    ? /^(?:half[- ]?)?marathon$/i
    : /^(?:\d[\d.,]*|one|two|four|five|ten|the)?[ -]?(?:k|km|kilomet(?:re|er)s?|met(?:re|er)s?|m|miles?|mi)$/i

/** The race itself, from its name alone. */
export const raceWorkout = (goal: RaceName): Workout => ({
  kind: 'race',
  total: null,
  remainder: null,
  steps: [
    {
      kind: 'step',
      role: 'race',
      extent: { kind: 'distance', distance: goal.distance, unit: goal.unit },
      target: null,
    },
  ],
  alternatives: [],
})
