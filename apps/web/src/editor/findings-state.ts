import { StateEffect, StateField, type EditorState, type Range } from '@codemirror/state'
import { Decoration, EditorView, gutter, GutterMarker, type DecorationSet } from '@codemirror/view'
import { t } from '../words/t.ts'
import type { LocatedFinding, ReadAnswer, RuleTold, Stretch } from './reading.ts'

/** What was read of the text, as the editor keeps it; places move along as one types. */
export interface Shown {
  readonly findings: readonly LocatedFinding[]
  readonly rules: { readonly [rule: string]: RuleTold }
  readonly form: ReadAnswer['form']
  readonly marks: DecorationSet
}

/** A reading of exactly the text that stands in the editor. */
export const showReading = StateEffect.define<ReadAnswer>()

const NOTHING: Shown = { findings: [], rules: {}, form: 'notation', marks: Decoration.none }

const SIGN = { error: '✕', warning: '▲', note: 'i' } as const

const ofStretch = (length: number, { kind, from, to }: Stretch): readonly Range<Decoration>[] =>
  to > from && to <= length ? [Decoration.mark({ class: `read-${kind}` }).range(from, to)] : []

const ofFinding = (length: number, finding: LocatedFinding): readonly Range<Decoration>[] => {
  const { from, to, level } = finding
  if (to <= from || to > length || finding.rule === 'unread') return []
  // A finding about a whole week or plan is told in the margin: a page under a wavy line tells nothing.
  return to - from > 300 ? [] : [Decoration.mark({ class: `found found-${level}` }).range(from, to)]
}

const shownOf = (answer: ReadAnswer, length: number): Shown => ({
  findings: answer.findings,
  rules: answer.rules,
  form: answer.form,
  marks: Decoration.set(
    [
      ...answer.stretches.flatMap((stretch) => ofStretch(length, stretch)),
      ...answer.findings.flatMap((finding) => ofFinding(length, finding)),
    ],
    true,
  ),
})

export const shown = StateField.define<Shown>({
  create: () => NOTHING,
  update: (before, transaction) => {
    let after = before
    if (transaction.docChanged) {
      const { changes } = transaction
      const moved = before.findings.map((finding) => ({
        ...finding,
        from: changes.mapPos(finding.from),
        to: changes.mapPos(finding.to),
      }))
      after = { ...before, findings: moved, marks: before.marks.map(changes) }
    }
    for (const effect of transaction.effects) {
      if (effect.is(showReading)) after = shownOf(effect.value, transaction.newDoc.length)
    }
    return after
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
})

class LevelMarker extends GutterMarker {
  readonly level: LocatedFinding['level']
  readonly count: number

  constructor(level: LocatedFinding['level'], count: number) {
    super()
    this.level = level
    this.count = count
  }

  override eq(other: LevelMarker): boolean {
    return other.level === this.level && other.count === this.count
  }

  override toDOM(): Node {
    const mark = document.createElement('span')
    mark.className = `margin-mark margin-${this.level}`
    mark.textContent = SIGN[this.level]
    mark.title = t(`level.${this.level}`)
    return mark
  }
}

/** Findings whose first character stands on the line from `from` to `to`. */
const findingsOn = (state: EditorState, from: number, to: number): readonly LocatedFinding[] =>
  state.field(shown).findings.filter((finding) => finding.from >= from && finding.from <= to)

const RANK = { error: 0, warning: 1, note: 2 } as const

/** The margin: one sign a line, of the weightiest finding on it. */
export const findingsMargin = gutter({
  class: 'findings-margin',
  lineMarker: (view, line) => {
    const found = findingsOn(view.state, line.from, line.to)
    const [worst] = found.toSorted((a, b) => RANK[a.level] - RANK[b.level])
    return worst ? new LevelMarker(worst.level, found.length) : null
  },
  lineMarkerChange: (update) =>
    update.docChanged || update.transactions.some(({ effects }) => effects.some((effect) => effect.is(showReading))),
  initialSpacer: () => new LevelMarker('note', 1),
})
