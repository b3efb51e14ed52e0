/** Every pace a plan may name, slow to fast as far as they can be ordered. `T` is spelled threshold here. */
export const PACE_NAMES = [
  'walk',
  'recovery',
  'easy',
  'long',
  'steady',
  'marathon',
  'hm',
  '10mi',
  '15K',
  'threshold',
  '10K',
  '8K',
  '5K',
  '3K',
  '2mi',
  'vo2max',
  '1500',
  'mile',
  '1200',
  '1000',
  '800',
  '600',
  '400',
  'goal',
  'stride',
  'hard',
  'max',
] as const
export type PaceName = (typeof PACE_NAMES)[number]

const NAMES: ReadonlySet<string> = new Set(PACE_NAMES)
export const isPaceName = (text: string): text is PaceName => NAMES.has(text)

/** Race paces with the metres that they are raced over. */
export const RACE_PACES = {
  marathon: 42195,
  hm: 21097.5,
  '10mi': 16093.44,
  '15K': 15000,
  '10K': 10000,
  '8K': 8000,
  '5K': 5000,
  '2mi': 3218.688,
  '3K': 3000,
  mile: 1609.344,
  '1500': 1500,
  '1200': 1200,
  '1000': 1000,
  '800': 800,
  '600': 600,
  '400': 400,
} as const satisfies { readonly [Name in PaceName]?: number }
export type RacePace = keyof typeof RACE_PACES
