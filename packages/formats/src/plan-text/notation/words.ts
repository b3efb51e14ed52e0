import {
  MODES,
  OTHER_ACTIVITIES,
  PACE_MODELS,
  PACE_NAMES,
  PILLARS,
  SURFACES,
  WEEK_KINDS,
  WEEKDAYS,
  WORKOUT_KINDS,
  type Mode,
  type Role,
} from '@bell-lap/core'

/** Words that say what a bout is for, with the role each means. The first word of a role is the one that prints. */
export const ROLE_WORDS = {
  easy: 'easy',
  recovery: 'recovery',
  long: 'long',
  steady: 'steady',
  tempo: 'tempo',
  strides: 'strides',
  pickups: 'pickups',
  hill: 'hill',
  kick: 'kick',
  build: 'build',
  float: 'float',
  fartlek: 'fartlek',
  warmup: 'warmup',
  cooldown: 'cooldown',
  drills: 'drills',
  work: 'work',
  rest: 'rest',
  test: 'test',
  race: 'race',
} as const satisfies { readonly [R in Role]: R }

/** The word of a role where its own word stands for something else at the head of a bout. */
export const HEAD_WORDS = { recovery: 'rec', float: 'floating' } as const satisfies { readonly [R in Role]?: string }

/** Words that open a recovery, with the role and manner that each means. */
export const RECOVERY_WORDS = {
  jog: { role: 'recovery', mode: 'jog' },
  walk: { role: 'recovery', mode: 'walk' },
  stand: { role: 'rest', mode: 'stand' },
  float: { role: 'float', mode: 'float' },
  rest: { role: 'rest' },
  rec: { role: 'recovery' },
} as const satisfies { readonly [word: string]: { readonly role: Role; readonly mode?: Mode } }

export const ROUNDS = ['heat', 'semi', 'final'] as const
export const PRIORITIES = ['B', 'C'] as const
export const EFFORTS = ['max', 'controlled'] as const
export const LIBRARY_KINDS = ['strength', 'plyometrics', 'mobility', 'session'] as const

/** Loads that need no figure; any other word of the coach prints as it stands. */
const LOAD_WORDS = ['bodyweight', 'light', 'moderate', 'moderate-heavy', 'heavy'] as const

/**
 * Every word of the notation by what it does, in the order in which a completion would offer them.
 * The reader and an editor's highlighting and completion share this table.
 */
export const KEYWORDS = {
  /** First word of a line at the left edge. */
  lines: ['plan', 'race', 'units', 'paces', 'follows', 'pace', 'phase', 'week', ...LIBRARY_KINDS],
  /** First word of a line that belongs to the line above it. */
  remarks: ['objective', 'note', 'allow'],
  days: [...WEEKDAYS, 'any'],
  slots: ['am', 'pm'],
  weekKinds: WEEK_KINDS,
  paceModels: PACE_MODELS,
  roles: [...Object.keys(ROLE_WORDS), ...Object.values(HEAD_WORDS), 'hard'],
  recoveries: Object.keys(RECOVERY_WORDS),
  modes: MODES,
  lengths: ['equal', 'half', 'full', 'back', 'down', 'remaining', 'open', 'time', 'distance', 'every'],
  joiners: ['with', 'as', 'or', 'of', 'x', 'last', 'no', 'after', 'each', 'side', 'in', 'also', 'run'],
  activities: OTHER_ACTIVITIES,
  kinds: WORKOUT_KINDS,
  pillars: PILLARS,
  tags: ['key', 'optional'],
  surfaces: SURFACES,
  rounds: ROUNDS,
  priorities: PRIORITIES,
  efforts: EFFORTS,
  loads: LOAD_WORDS,
  /** Spelled after `@`; `T` stands for threshold. */
  paces: PACE_NAMES.map((name) => (name === 'threshold' ? 'T' : name)),
  units: ['m', 'km', 'K', 'mi', 'yd', 's', 'min', 'h', 'bpm'],
} as const satisfies { readonly [group: string]: readonly string[] }

/** Looks a word up in a table, whatever its case and without the table's inherited names. */
export const entryOf = <Value>(table: { readonly [word: string]: Value }, word: string): Value | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined

/** The member of a closed list that a word is, or `undefined`. */
export const memberOf = <Member extends string>(list: readonly Member[], word: string): Member | undefined =>
  list.find((member) => member === word)
