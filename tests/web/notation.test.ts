import { readdirSync, readFileSync } from 'node:fs'
import type { Tree } from '@lezer/common'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KEYWORDS, makePlan, parsePlan } from '@bell-lap/formats'
import { parser } from '../../apps/web/src/editor/notation-parser.ts'
import { tokenAt } from '../../packages/formats/src/plan-text/notation/lexer.ts'
import { readLines } from '../../packages/formats/src/plan-text/notation/lines.ts'
import { planArbitrary } from '../../packages/formats/src/plan-text/notation/plan.arbitrary.ts'
import { makeNotationParser, PARSER_FILE, TERMS_FILE } from './make-notation-parser.ts'

// The editor's grammar has its own eyes; the reader's tables and its lexer say whether they see the same.

const PLANS = new URL('../../plans/', import.meta.url)
const planTexts = readdirSync(PLANS)
  .filter((name) => name.endsWith('.plan'))
  .map((name) => [name, readFileSync(new URL(name, PLANS), 'utf8')] as const)

interface Leaf {
  readonly name: string
  readonly from: number
  readonly to: number
}

const leavesOf = (tree: Tree): readonly Leaf[] => {
  const leaves: Leaf[] = []
  tree.iterate({
    enter: (node) => {
      if (node.node.firstChild === null && node.to > node.from)
        leaves.push({ name: node.name, from: node.from, to: node.to })
    },
  })
  return leaves
}

const holdsErrors = (tree: Tree): boolean => {
  let errors = false
  tree.iterate({ enter: (node) => void (errors ||= node.type.isError) })
  return errors
}

/** Which of the reader's words each class of the editor may show. */
const WORDS: { readonly [name: string]: readonly string[] } = {
  TextHead: KEYWORDS.lines,
  Head: KEYWORDS.lines,
  BlockHead: KEYWORDS.lines,
  Remark: KEYWORDS.remarks,
  Day: KEYWORDS.days,
  Slot: KEYWORDS.slots,
  Role: KEYWORDS.roles,
  Recovery: KEYWORDS.recoveries,
  Length: KEYWORDS.lengths,
  Joiner: [...KEYWORDS.joiners, ...KEYWORDS.slots, 'on', '×'],
  Activity: KEYWORDS.activities,
  Effort: KEYWORDS.efforts,
  Surface: KEYWORDS.surfaces,
  Round: KEYWORDS.rounds,
  PaceName: [...KEYWORDS.paces, 'threshold', '3000', '5000', '8000', '10000'],
  Kind: [...KEYWORDS.weekKinds, ...KEYWORDS.kinds],
  Model: KEYWORDS.paceModels,
  Tag: [...KEYWORDS.pillars, ...KEYWORDS.tags, ...KEYWORDS.kinds],
  Unit: [...KEYWORDS.units, 'k', 'kg', 'mph'],
}

/** Where the reader's lexer sees tokens begin and end, on lines that it reads as tokens. */
const edgesOf = (
  text: string,
): { readonly edges: ReadonlySet<number>; readonly lines: readonly (readonly [number, number])[] } => {
  const edges = new Set<number>()
  const lines: [number, number][] = []
  for (const line of readLines(text)) {
    if (line.code === '' || /^(?:plan|phase|note|objective|allow|follows)\b/iu.test(line.code)) continue
    lines.push([line.from, line.to])
    for (let at = 0; at < line.code.length;) {
      const token = tokenAt(line.code, at)
      edges.add(line.from + token.from).add(line.from + token.to)
      at = Math.max(token.to, at + 1)
    }
  }
  return { edges, lines }
}

const disagreements = (text: string): readonly string[] => {
  const { edges, lines } = edgesOf(text)
  const found: string[] = []
  for (const { name, from, to } of leavesOf(parser.parse(text))) {
    const shown = text.slice(from, to)
    const words = WORDS[name]
    if (words && !words.some((word) => word.toLowerCase() === shown.toLowerCase())) found.push(`${name}: ${shown}`)
    const inLine = lines.some(([start, end]) => from >= start && to <= end)
    if (inLine && (!edges.has(from) || !edges.has(to))) found.push(`edge of ${name}: ${shown}`)
  }
  return found
}

describe('the grammar of the editor', () => {
  test('is built into the files beside it', () => {
    const { parser: made, terms } = makeNotationParser()
    // The formatter may lay out and quote the same tables otherwise.
    const bare = (code: string): string => code.replaceAll(/[\s;'"\\]/g, '').replaceAll(/,(?=[\])}])/g, '')
    expect(bare(readFileSync(PARSER_FILE, 'utf8'))).toBe(bare(made))
    expect(bare(readFileSync(TERMS_FILE, 'utf8'))).toBe(bare(terms))
  })

  test.each(planTexts)('reads %s without an error, word by word as the reader does', (_name, text) => {
    expect(holdsErrors(parser.parse(text))).toBe(false)
    expect(disagreements(text)).toEqual([])
  })

  test('reads every plan that prints, word by word as the reader does', () => {
    fc.assert(
      fc.property(planArbitrary(), (plan) => {
        const text = makePlan(plan)
        expect(holdsErrors(parser.parse(text)), text).toBe(false)
        expect(disagreements(text), text).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test.each([
    ['Mon    8mi easy', 'Role', 'easy'],
    ['Mon    8mi with 5 x 1000m @T, jog 200m', 'PaceName', 'T'],
    ['Mon    8mi with 5 x 1000m @T, jog 200m', 'Recovery', 'jog'],
    ['Mon    6 x 800m @10K..5K', 'PaceName', '10K'],
    ['Tue pm strength A', 'Slot', 'pm'],
    ['Tue pm strength A', 'Activity', 'strength'],
    ['strength A\n  back squat / goblet squat 4 x 4-6 @RPE8', 'ExerciseName', 'back squat'],
    ['strength A\n  back squat / goblet squat 4 x 4-6 @RPE8', 'ExerciseName', 'goblet squat'],
    ['strength A\n  back squat 4 x 4-6 @moderate-heavy', 'Load', 'moderate-heavy'],
    ['Mon  10 x 60m hill @max, walk down [kick] on grass', 'Tag', 'kick'],
    ['Mon  10 x 60m hill @max, walk down [kick] on grass', 'Surface', 'grass'],
    ['Mon  10 x 60m hill @max, walk down [kick] on grass', 'Length', 'down'],
    ['week 4 recovery   43mi', 'Head', 'week'],
    ['race 5K', 'Head', 'race'],
    ['  Sun race 5K', 'Role', 'race'],
  ])('%s: %s %s', (line, name, word) => {
    const shown = leavesOf(parser.parse(line)).filter((leaf) => leaf.name === name)
    expect(shown.map(({ from, to }) => line.slice(from, to))).toContain(word)
  })

  test('whatever stands in a text, its tree stays flat and it is read in one pass', () => {
    const text = `plan X\nweek 1\n  Mon ${'('.repeat(50_000)}8mi${'['.repeat(50_000)} @@@@ "never closed\n`
    let deepest = 0
    parser.parse(text).iterate({
      enter: ({ node }) => {
        let depth = 0
        for (let up = node.parent; up && depth < 20; up = up.parent) depth += 1
        deepest = Math.max(deepest, depth)
      },
    })
    expect(deepest).toBeLessThan(10)
  })

  test('a canonical plan is what the reader reads', () => {
    for (const [, text] of planTexts) expect(makePlan(parsePlan(text).plan)).toBe(text)
  })
})
