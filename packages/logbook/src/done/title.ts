import type { Activity, Sport } from '@bell-lap/core'
import { sportOf } from './summary.ts'

const WORDS: { readonly [S in Sport]: string } = {
  running: 'Run',
  walking: 'Walk',
  hiking: 'Hike',
  cycling: 'Ride',
  swimming: 'Swim',
  rowing: 'Row',
  training: 'Training',
  'fitness equipment': 'Indoor training',
  'cross country skiing': 'Ski',
  'e-biking': 'E-bike ride',
  multisport: 'Multisport',
  transition: 'Transition',
  generic: 'Activity',
  other: 'Activity',
}

const KINDS: { readonly [name: string]: string } = {
  track: 'Track run',
  trail: 'Trail run',
  treadmill: 'Treadmill run',
  'indoor running': 'Indoor run',
  strength: 'Strength',
}

/** What an activity is called that nobody gave a name. */
const titleOf = (activity: Activity): string => {
  const [first] = activity.sessions
  return (first?.subSport && KINDS[first.subSport]) ?? WORDS[sportOf(activity)]
}

/** Text without what is not printed, which a database may not keep either. */
export const printed = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()

/** Longest title that is kept, in characters. */
const LONGEST = 200

/** The first name that somebody gave, without what is not printed; else what it was. */
export const nameOf = (activity: Activity, ...given: readonly (string | undefined)[]): string => {
  const name = given
    .map((each) => (each === undefined ? undefined : printed(each)))
    .find((each) => each !== undefined && each !== '')
  return name?.slice(0, LONGEST) ?? titleOf(activity)
}
