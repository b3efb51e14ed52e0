import { RACE_PACES, ROLES } from '@bell-lap/core'
import { t, type Key } from '../words/t.ts'

/** Words of the notation whose meaning the catalogue tells, by the kind of word. */
const TOLD = {
  plan: 'editor.mean.plan',
  race: 'editor.mean.race',
  units: 'editor.mean.units',
  paces: 'editor.mean.paces',
  follows: 'editor.mean.follows',
  pace: 'editor.mean.pace',
  phase: 'editor.mean.phase',
  week: 'editor.mean.week',
  objective: 'editor.mean.objective',
  note: 'editor.mean.note',
  allow: 'editor.mean.allow',
  easy: 'editor.mean.easy',
  recovery: 'editor.mean.recovery',
  long: 'editor.mean.long',
  steady: 'editor.mean.steady',
  tempo: 'editor.mean.tempo',
  strides: 'editor.mean.strides',
  pickups: 'editor.mean.pickups',
  hill: 'editor.mean.hill',
  kick: 'editor.mean.kick',
  build: 'editor.mean.build',
  float: 'editor.mean.float',
  fartlek: 'editor.mean.fartlek',
  warmup: 'editor.mean.warmup',
  cooldown: 'editor.mean.cooldown',
  drills: 'editor.mean.drills',
  test: 'editor.mean.test',
  jog: 'editor.mean.jog',
  walk: 'editor.mean.walk',
  stand: 'editor.mean.stand',
  rest: 'editor.mean.rest',
  rec: 'editor.mean.rec',
  equal: 'editor.mean.equal',
  half: 'editor.mean.half',
  full: 'editor.mean.full',
  every: 'editor.mean.every',
  with: 'editor.mean.with',
  as: 'editor.mean.as',
  or: 'editor.mean.or',
  T: 'editor.mean.T',
  vo2max: 'editor.mean.vo2max',
  goal: 'editor.mean.goal',
  stride: 'editor.mean.stride',
  hard: 'editor.mean.hard',
  max: 'editor.mean.max',
  base: 'editor.mean.base',
  tolerance: 'editor.mean.tolerance',
  transition: 'editor.mean.transition',
  key: 'editor.mean.key',
  optional: 'editor.mean.optional',
  peak: 'editor.mean.peak',
  taper: 'editor.mean.taper',
  K: 'editor.mean.K',
  any: 'editor.mean.any',
} as const satisfies { readonly [word: string]: Key }

const isTold = (word: string): word is keyof typeof TOLD => Object.hasOwn(TOLD, word)

const RACES: ReadonlySet<string> = new Set(Object.keys(RACE_PACES))
const ROLE_NAMES: ReadonlySet<string> = new Set(ROLES)

/** What a word of the notation means, in one sentence; undefined for those that say it themselves. */
export const meaningOf = (word: string, type: string): string | undefined => {
  if (type === 'pace' && RACES.has(word)) return t('editor.mean.racePace', { race: word })
  if (type === 'pace' && ROLE_NAMES.has(word)) return t('editor.mean.rolePace', { role: word })
  if (type === 'weekKind' && word === 'recovery') return t('editor.mean.recoveryWeek')
  if (type === 'weekKind' && word === 'base') return t('editor.mean.baseWeek')
  return isTold(word) ? t(TOLD[word]) : undefined
}

/** Exercises that the documents name, for completion; a coach may write any other. */
export const EXERCISES = [
  'back squat',
  'front squat',
  'goblet squat',
  'romanian deadlift',
  'single-leg romanian deadlift',
  'deadlift',
  'split squat',
  'bulgarian split squat',
  'step-up',
  'hip thrust',
  'calf raise',
  'nordic curl',
  'box jump',
  'squat jump',
  'drop jump',
  'bounding',
  'skipping',
  'pogo jumps',
  'plank',
  'side plank',
  'dead bug',
  'bird dog',
  'pallof press',
] as const
