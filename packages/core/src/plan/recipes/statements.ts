import type { Statement } from './key-work.ts'

/** Statements that sessions name, in the few words that stand at the end of a plan (a test compares their numbers with the rules'). */
const LEGEND: { readonly [number: Statement]: string } = {
  R42: 'taper: less running, the sharpness kept',
  R91: 'strength twice a week',
  R92: 'day A: strength and power',
  R93: 'day B: endurance and stability',
  R94: 'day A: warm-up',
  R95: 'day A: squat',
  R96: 'day A: deadlift',
  R97: 'day A: jumps',
  R98: 'day A: side plank',
  R99: 'day B: warm-up',
  R100: 'day B: split squat',
  R101: 'day B: single-leg deadlift',
  R102: 'day B: calf raise',
  R103: 'day B: Pallof press',
  R105: 'heavy strength 36 h and more before a key session',
  R106: 'heavy strength for 6 to 8 weeks, then held',
  R108: 'ten bounds measured now and then',
  R112: 'freshness first near the race',
  R113: 'one leg at a time',
  R117: 'four pillars in each block',
  R118: 'weeks of volume and of intensity in turn',
  R119: 'beginners build, seasoned runners refine',
  R120: 'consistent mileage, mostly easy',
  R121: 'tempo enters as weeks advance',
  R122: 'recovery is planned',
  R123: 'effort told beside pace',
  R124: 'strides after easy runs',
  R125: 'hill repetitions, properly dosed',
  R126: 'tempo with surges',
  R127: 'recovery matters as much as effort',
  R128: 'sub-race pace and surges in turn',
  R130: 'no sudden jumps in intensity',
  R131: 'even pace, then a strong spurt',
  R132: 'core, one leg, jumps at moderate intensity',
  R133: 'upright, relaxed shoulders and hands',
  R134: 'regular mobility',
  R135: 'tempo: pace or length, one at a time',
  R138: 'jumps complement running',
  R141: 'one objective a week',
  R142: 'long run on less intense days',
  R147: 'overload is gradual',
  R148: 'volume and intensity ease every 4 to 6 weeks',
  R150: 'terrain varies',
  R151: 'controlled test',
  R152: 'performance is checked in each block',
  R153: 'parts of the race, no replica',
  R156: 'each test sets the paces anew',
  R157: 'same test, same track',
  R158: 'finishing kick practised',
}

const numberOf = (statement: Statement): number => Number(statement.slice(1))

/** What the comments of a plan mean: one line for each statement that it names, in the order of the numbers. */
export const legendOf = (named: Iterable<Statement>): readonly string[] => [
  'Statements of the documents that weeks and sessions serve:',
  ...[...new Set(named)]
    .toSorted((a, b) => numberOf(a) - numberOf(b))
    .map((statement) => `${statement.padEnd(5)}${LEGEND[statement] ?? ''}`.trimEnd()),
]
