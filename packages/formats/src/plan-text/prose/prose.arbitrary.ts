import fc, { type Arbitrary } from 'fast-check'

/** A session as a coach thinks it, small enough that each of its renderings has one reading. */
export interface Told {
  readonly warmup: number | null
  readonly cooldown: number | null
  readonly total: number | null
  readonly items: readonly Item[]
  readonly unit: 'mi' | 'km'
}

type Item = Reps | Ladder | Single | Strides

interface Reps {
  readonly kind: 'reps'
  readonly times: number
  readonly sets: number | null
  readonly length: Length
  readonly pace: Pace
  readonly recovery: Recovery | null
  readonly between: number | null
}

interface Ladder {
  readonly kind: 'ladder'
  readonly lengths: readonly Length[]
  readonly pace: Pace
  readonly recovery: Recovery | null
}

interface Single {
  readonly kind: 'single'
  readonly length: Length
  readonly pace: Pace
}

interface Strides {
  readonly kind: 'strides'
  readonly times: number
  readonly length: Length | null
}

/** `rec`: the manner is not told. */
interface Recovery {
  readonly length: Length
  readonly mode: 'jog' | 'walk' | 'rest' | 'rec'
}

type Length = { readonly metres: number } | { readonly minutes: number } | { readonly seconds: number }

/** Name in the notation, and the ways in which coaches write it. */
const PACES = [
  {
    name: '@5K',
    written: ['@ 5k', 'at 5K pace', '(5k effort)', 'at 5 km race pace', '@ 5-K pace', 'at current 5K speed', '@5kpace'],
  },
  { name: '@10K', written: ['@ 10k', 'at 10K pace', '(10k effort)', 'at 10 km race pace', '10k pace'] },
  { name: '@mile', written: ['at mile pace', '@ 1 mile pace', '(mile effort)', 'at R pace', 'at one mile pace'] },
  { name: '@T', written: ['@ T', 'at threshold', '@ LT', 'at threshold effort', 'at T-pace', 'threshold'] },
  { name: '@marathon', written: ['@ MP', 'at marathon pace', '@ M pace', 'MP'] },
  { name: '@hm', written: ['@ HMP', 'at half marathon pace', '@ HM pace', 'at half-marathon effort'] },
  { name: '@hard', written: ['hard', 'fast', 'at hard effort'] },
  { name: '@3K..5K', written: ['@ 3k-5k pace', 'at 3k to 5k pace', '@ 3K - 5K'] },
  { name: '@RPE7-8', written: ['at 7-8/10 effort', '@ RPE 7-8'] },
  { name: '@Z4', written: ['in Zone 4', '@ Z4', '(Z4)'] },
] as const
type Pace = (typeof PACES)[number]

const trackLength = fc.constantFrom(200, 300, 400, 500, 600, 800, 1000, 1200, 1600, 2000).map((metres) => ({ metres }))
const minuteLength = fc.integer({ min: 1, max: 8 }).map((minutes) => ({ minutes }))
const length: Arbitrary<Length> = fc.oneof(
  trackLength,
  minuteLength,
  fc.constantFrom(20, 30, 40, 45, 75, 90).map((seconds) => ({ seconds })),
)

const time: Arbitrary<Length> = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((minutes) => ({ minutes })),
  fc.constantFrom(30, 45, 60, 75, 90).map((seconds) => ({ seconds })),
)
const rest: Arbitrary<Length> = fc.oneof(
  fc.constantFrom(100, 200, 300, 400).map((metres) => ({ metres })),
  time,
)

const recovery: Arbitrary<Recovery> = fc.oneof(
  fc.record({ length: rest, mode: fc.constantFrom('jog' as const, 'walk' as const, 'rest' as const) }),
  fc.record({ length: time, mode: fc.constant('rec' as const) }),
)
const pace = fc.constantFrom<Pace>(...PACES)

const reps: Arbitrary<Reps> = fc.record({
  kind: fc.constant('reps'),
  times: fc.integer({ min: 2, max: 12 }),
  sets: fc.option(fc.integer({ min: 2, max: 4 }), { freq: 3 }),
  length,
  pace,
  recovery: fc.option(recovery),
  between: fc.option(fc.integer({ min: 3, max: 8 })),
})
const ladder: Arbitrary<Ladder> = fc.record({
  kind: fc.constant('ladder'),
  lengths: fc.oneof(
    fc.array(trackLength, { minLength: 3, maxLength: 6 }),
    fc.array(minuteLength, { minLength: 3, maxLength: 6 }),
  ),
  pace,
  recovery: fc.option(recovery),
})
const single: Arbitrary<Single> = fc.record({
  kind: fc.constant('single'),
  length: fc.integer({ min: 10, max: 40 }).map((minutes) => ({ minutes })),
  pace,
})
const strides: Arbitrary<Strides> = fc.record({
  kind: fc.constant('strides'),
  times: fc.integer({ min: 3, max: 10 }),
  length: fc.option(
    fc.oneof(
      fc.constantFrom(80, 100, 120).map((metres) => ({ metres })),
      fc.constantFrom(15, 20, 30).map((seconds) => ({ seconds })),
    ),
  ),
})

export const told: Arbitrary<Told> = fc.record({
  warmup: fc.option(fc.integer({ min: 1, max: 3 })),
  cooldown: fc.option(fc.integer({ min: 1, max: 3 })),
  total: fc.option(fc.integer({ min: 12, max: 20 }), { freq: 4 }),
  items: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: reps },
      { weight: 1, arbitrary: ladder },
      { weight: 1, arbitrary: single },
      { weight: 1, arbitrary: strides },
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  unit: fc.constantFrom('mi', 'km'),
})

/** Choices of surface form, one number for each place that has a choice. */
export const style: Arbitrary<readonly number[]> = fc.array(fc.nat({ max: 1000 }), { minLength: 14, maxLength: 14 })

const pick = <Option>(options: readonly Option[], choice: number | undefined): Option => {
  const option = options[(choice ?? 0) % options.length]
  if (option === undefined) throw new Error('no option')
  return option
}

const plainLength = (one: Length): string =>
  'metres' in one ? `${one.metres}m` : 'minutes' in one ? `${one.minutes}min` : `${one.seconds}s`

const meaningOf = (item: Item): string => {
  switch (item.kind) {
    case 'reps': {
      const gap = item.recovery ? `, ${item.recovery.mode} ${plainLength(item.recovery.length)}` : ''
      const inner = `${item.times} x ${plainLength(item.length)} ${item.pace.name}${gap}`
      if (item.sets === null) return inner
      return `${item.sets} x (${inner})${item.between === null ? '' : `, rec ${item.between}min`}`
    }
    case 'ladder': {
      const gap = item.recovery ? `, ${item.recovery.mode} ${plainLength(item.recovery.length)}` : ''
      return `(${item.lengths.map(plainLength).join(', ')}) ${item.pace.name}${gap}`
    }
    case 'single':
      return `${plainLength(item.length)} ${item.pace.name}`
    case 'strides':
      return `${item.times} x ${item.length ? plainLength(item.length) : '?'} strides`
    default:
      return item satisfies never
  }
}

/** What the notation writes for a session. */
export const meaning = ({ warmup, cooldown, total, items, unit }: Told): string => {
  const parts = items.map(meaningOf)
  if (total !== null) return `${total}${unit} with ${parts.join(' + ')}`
  const first = warmup === null ? [] : [`${warmup}${unit} warmup`]
  const last = cooldown === null ? [] : [`${cooldown}${unit} cooldown`]
  return [...first, ...parts, ...last].join(' + ')
}

/** Repetitions that happen to add up to the total leave nothing easy: a reader may then call them the whole of it. */
export const fillsTotal = ({ total, items, unit }: Told): boolean => {
  if (total === null) return false
  const metres = items.reduce((sum, item) => {
    if (item.kind === 'ladder')
      return sum + item.lengths.reduce((rungs, rung) => rungs + ('metres' in rung ? rung.metres : 0), 0)
    if (item.kind !== 'reps' || !('metres' in item.length)) return sum
    const jog = item.recovery && 'metres' in item.recovery.length ? item.recovery.length.metres * (item.times - 1) : 0
    return sum + (item.sets ?? 1) * (item.times * item.length.metres + jog)
  }, 0)
  return Math.abs(metres - total * (unit === 'mi' ? 1609.344 : 1000)) < 0.05 * metres
}

const writtenLength = (one: Length, bare: boolean, choice: number | undefined): string => {
  if ('metres' in one)
    return pick(
      bare ? [`${one.metres}m`, `${one.metres} metres`, `${one.metres}`] : [`${one.metres}m`, `${one.metres} m`],
      choice,
    )
  if ('minutes' in one)
    return pick([`${one.minutes} min`, `${one.minutes}min`, `${one.minutes} minutes`, `${one.minutes}'`], choice)
  return pick([`${one.seconds}s`, `${one.seconds} secs`, `${one.seconds}"`, `${one.seconds} sec`], choice)
}

const writtenRecovery = (one: Recovery, choices: readonly number[]): string => {
  const span = writtenLength(one.length, false, choices[4])
  if (one.mode === 'rec') {
    return pick(
      [
        ` (${span})`,
        ` (${span} rec)`,
        ` w/ ${span} recovery`,
        `, ${span} recovery`,
        ` off ${span}`,
        `, rec ${span}`,
        ` with ${span} recovery between each`,
      ],
      choices[5],
    )
  }
  const word = one.mode === 'rest' ? 'rest' : `${one.mode} recovery`
  return pick(
    [
      ` (${span} ${one.mode})`,
      ` w/ ${span} ${word}`,
      ` with ${span} ${word}`,
      `, ${span} ${word}`,
      `, ${one.mode} ${span} between reps`,
    ],
    choices[5],
  )
}

const writtenReps = (one: Reps, choices: readonly number[]): string => {
  const cross = pick([' x ', 'x', ' × ', ' X ', ' times '], choices[0])
  const gap = one.recovery ? writtenRecovery(one.recovery, choices) : ''
  const body = `${one.times}${cross}${writtenLength(one.length, true, choices[1])} ${pick<string>(one.pace.written, choices[2])}`
  if (one.sets === null) return body + gap
  const between =
    one.between === null
      ? ''
      : pick([`, ${one.between} min between sets`, ` and ${one.between} minutes between sets`], choices[7])
  return pick(
    [
      `${one.sets} sets of ${body}${gap}${between}`,
      `${one.sets} x (${body}${gap})${between}`,
      `${one.sets} x ${body}${gap}${between}`,
    ],
    choices[6],
  )
}

const writtenLadder = ({ lengths, pace: one, recovery: gap }: Ladder, choices: readonly number[]): string => {
  const minutes = lengths.some((rung) => 'minutes' in rung)
  const joint = pick([', ', '-', '/'], choices[3])
  const bare = lengths.map((rung) => plainLength(rung).replace(/[a-z]+$/, ''))
  const list = minutes
    ? `${bare.join(joint)} ${pick(['min', 'mins', 'minutes'], choices[1])}`
    : bare.map((rung) => rung + pick(['m', ''], choices[1])).join(joint)
  return `${list} ${pick<string>(one.written, choices[2])}${gap ? writtenRecovery(gap, choices) : ''}`
}

const writtenItem = (item: Item, choices: readonly number[]): string => {
  switch (item.kind) {
    case 'reps':
      return writtenReps(item, choices)
    case 'ladder':
      return writtenLadder(item, choices)
    case 'single':
      return `${writtenLength(item.length, false, choices[1])} ${pick<string>(item.pace.written, choices[2])}`
    case 'strides': {
      const word = pick(['strides', 'stride outs', 'striders'], choices[2])
      if (!item.length) return `${item.times} ${word}`
      return `${item.times} x ${writtenLength(item.length, false, choices[1])} ${word}`
    }
    default:
      return item satisfies never
  }
}

/** One way of writing a session. */
export const render = ({ warmup, cooldown, total, items, unit }: Told, choices: readonly number[]): string => {
  const long = unit === 'mi' ? pick(['miles', 'mi'], choices[8]) : pick(['km', 'kms'], choices[8])
  const parts = items.map((one, index) => writtenItem(one, choices.slice(index)))
  if (total !== null)
    return `${total} ${long} ${pick(['with', 'w/', 'incl.', 'including'], choices[9])} ${parts.join(pick([' + ', ', then '], choices[10]))}`
  const joint = pick(['; ', ' + ', '\n', ', then '], choices[10])
  const first =
    warmup === null
      ? []
      : [
          pick(
            [
              `${warmup} ${long} warm up`,
              `WU ${warmup} ${long}`,
              `${warmup} ${long} w/u`,
              `Warm-up: ${warmup} ${long}`,
            ],
            choices[11],
          ),
        ]
  const last =
    cooldown === null
      ? []
      : [
          pick(
            [
              `${cooldown} ${long} cool down`,
              `CD ${cooldown} ${long}`,
              `${cooldown} ${long} warm down`,
              `Cool-down: ${cooldown} ${long}`,
            ],
            choices[11],
          ),
        ]
  return [...first, ...parts, ...last].join(joint)
}
