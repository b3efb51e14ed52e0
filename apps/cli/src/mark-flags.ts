import {
  distanceOf,
  fail,
  metres,
  ok,
  parseClock,
  RACE_PACES,
  raceText,
  type Distance,
  type DistanceUnit,
  type Mark,
  type Result,
} from '@bell-lap/core'

/** Flags for a time over a race, with the metres of it; capitals and `half` are typed as well, and not listed. */
const FLAGS = {
  '400': RACE_PACES['400'],
  '600': RACE_PACES['600'],
  '800': RACE_PACES['800'],
  '1000': RACE_PACES['1000'],
  '1200': RACE_PACES['1200'],
  '1500': RACE_PACES['1500'],
  mile: RACE_PACES.mile,
  '3k': RACE_PACES['3K'],
  '2mi': RACE_PACES['2mi'],
  '5k': RACE_PACES['5K'],
  '8k': RACE_PACES['8K'],
  '10k': RACE_PACES['10K'],
  '15k': RACE_PACES['15K'],
  '10mi': RACE_PACES['10mi'],
  hm: RACE_PACES.hm,
  marathon: RACE_PACES.marathon,
} as const
const ALIASES = {
  '3K': FLAGS['3k'],
  '5K': FLAGS['5k'],
  '8K': FLAGS['8k'],
  '10K': FLAGS['10k'],
  '15K': FLAGS['15k'],
  half: FLAGS.hm,
} as const
const ALL_FLAGS: { readonly [flag: string]: number } = { ...FLAGS, ...ALIASES }

type Flag = keyof typeof FLAGS | keyof typeof ALIASES
export type MarkFlags = { readonly [Name in Flag]?: string } & { readonly mark?: readonly string[] }

/** The race flags in the order of their distance, as the help lists them. */
export const RACE_FLAGS = Object.entries(ALL_FLAGS).map(([flag, length]) => ({
  flag,
  text: raceText(metres(length)),
  hidden: flag in ALIASES,
}))

const EXAMPLE = 'write minutes:seconds, as 19:30, or hours:minutes:seconds'

/** All marks of the flags, or the first that cannot be read and what to write instead. */
export const parseMarks = (flags: MarkFlags): Result<readonly Mark[], string> => {
  const values = new Map<string, unknown>(Object.entries(flags))
  const typed = Object.entries(ALL_FLAGS).flatMap(([flag, length]) => {
    const text = values.get(flag)
    return typeof text === 'string' ? [markOf(`--${flag} ${text}`, metres(length), text)] : []
  })
  const marks: Mark[] = []
  for (const mark of [...typed, ...(flags.mark ?? []).map(parseMark)]) {
    if (!mark.ok) return mark
    marks.push(mark.value)
  }
  return ok(marks)
}

const markOf = (written: string, distance: Distance, text: string): Result<Mark, string> => {
  const time = parseClock(text)
  if (time !== undefined && time > 0) return ok({ distance, time })
  return fail(`${written}: "${text}" is not a time; ${EXAMPLE}.`)
}

/** `3000m=10:05`. */
const parseMark = (written: string): Result<Mark, string> => {
  const [name = '', text, ...rest] = written.split('=')
  const distance = parseRaceDistance(name)
  if (text === undefined || rest.length > 0) {
    return fail(`--mark ${written}: write distance=time, as --mark 3000m=10:05.`)
  }
  if (distance === undefined) {
    return fail(`--mark ${written}: "${name}" is not a distance; write 3000m, 5K, 2mi, mile, hm or marathon.`)
  }
  return markOf(`--mark ${written}`, distance, text)
}

const UNITS: { readonly [unit: string]: DistanceUnit } = {
  m: 'm',
  k: 'km',
  km: 'km',
  mi: 'mi',
  mile: 'mi',
  miles: 'mi',
  yd: 'yd',
}
/** A bare number is metres, as on the track; nobody races fewer without a unit. */
const LEAST_BARE = 100

/** `3000m`, `5K`, `1.5km`, `2mi`, `mile`, `hm`, `1500`; undefined for anything else. */
export const parseRaceDistance = (text: string): Distance | undefined => {
  const name = text.trim().toLowerCase()
  const race = ALL_FLAGS[name]
  if (Object.hasOwn(ALL_FLAGS, name) && race !== undefined) return metres(race)
  const [, amount, unit] = /^(\d{1,6}(?:\.\d{1,4})?) ?(m|k|km|mi|miles?|yd)?$/.exec(name) ?? []
  const value = Number(amount)
  if (!(value > 0)) return undefined
  if (unit === undefined) return value >= LEAST_BARE ? metres(value) : undefined
  return distanceOf(value, UNITS[unit] ?? 'm')
}
