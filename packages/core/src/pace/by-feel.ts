import { metresPerSecond } from '../units/speed.ts'
import { PACE_NAMES, type PaceName } from './names.ts'
import { spanOf, type PaceTable, type ResolvedPace } from './resolved.ts'

/** Ordinary to brisk walking, m/s: 4.3 to 6.1 km/h, much the same for everybody. */
const WALK = { low: 1.2, high: 1.7 } as const

const walk = (recovery: ResolvedPace | undefined): ResolvedPace => ({
  // Nobody walks faster than they jog to recover.
  speed: spanOf(
    ...[WALK.low, WALK.high].map((speed) => metresPerSecond(Math.min(speed, recovery?.speed.low ?? speed))),
  ),
  basis: 'convention',
  from: 'ordinary to brisk walking',
  formula: 'convention: 1.2 to 1.7 m/s, no faster than recovery running',
  inputs: {},
  notes: [],
})

/** Words of effort with the race paces that coaches mean by them, slow end first. By feel first: the range is wide. */
const WORDS = {
  hard: { from: '10K', to: '3K', text: 'by feel: from 10K to 3K pace' },
  stride: { from: 'mile', to: '800', text: 'relaxed and fast: from mile to 800 m pace' },
} as const satisfies {
  readonly [Pace in PaceName]?: { readonly from: PaceName; readonly to: PaceName; readonly text: string }
}

type Word = keyof typeof WORDS
const isWord = (pace: PaceName): pace is Word => pace in WORDS

const byWord = (word: Word, table: PaceTable): ResolvedPace | undefined => {
  const { from, to, text } = WORDS[word]
  const [slow, fast] = [table.get(from), table.get(to)]
  if (!slow || !fast) return undefined
  return {
    speed: spanOf(slow.speed.low, slow.speed.high, fast.speed.low, fast.speed.high),
    basis: 'convention',
    from: text,
    formula: `convention: from ${from} to ${to} pace`,
    inputs: { [from]: slow.from, [to]: fast.from },
    notes: [],
  }
}

/**
 * Paces that are told by a word: walk, hard, stride. `max` stays out: all-out running has no speed to aim at.
 * What the table already has stays.
 */
export const withWords = (table: PaceTable): PaceTable => {
  const full = new Map<PaceName, ResolvedPace>(table)
  if (!full.has('walk')) full.set('walk', walk(table.get('recovery')))
  for (const word of PACE_NAMES.filter(isWord)) {
    const resolved = byWord(word, table)
    if (resolved && !full.has(word)) full.set(word, resolved)
  }
  return full
}
