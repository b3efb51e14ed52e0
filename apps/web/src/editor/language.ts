import {
  foldService,
  HighlightStyle,
  indentUnit,
  LanguageSupport,
  LRLanguage,
  syntaxHighlighting,
} from '@codemirror/language'
import type { EditorState, Extension } from '@codemirror/state'
import { styleTags, tags as h } from '@lezer/highlight'
import { parser } from './notation-parser.ts'

const notation = LRLanguage.define({
  name: 'plan',
  parser: parser.configure({
    props: [
      styleTags({
        'TextHead Head BlockHead': h.heading,
        LineText: h.heading1,
        Remark: h.keyword,
        Day: h.labelName,
        'Slot Kind Model': h.modifier,
        'Role Activity': h.typeName,
        'Recovery Length': h.propertyName,
        'Joiner Effort Surface Round': h.operatorKeyword,
        'Tag TagList/...': h.annotation,
        'PaceName Scale Load "@"': h.atom,
        'Number Unit': h.number,
        'ExerciseName Quoted': h.name,
        Cue: h.string,
        Comment: h.comment,
      }),
    ],
  }),
  languageData: { commentTokens: { line: '#' }, closeBrackets: { brackets: ['(', '[', '{', '"', '`'] } },
})

/** Few colours: what heads a line, what is fast, what is said. Each differs in weight or slant as well. */
const colours = HighlightStyle.define([
  { tag: h.heading, fontWeight: '700', color: 'var(--track)' },
  { tag: h.heading1, fontWeight: '650' },
  { tag: h.keyword, fontWeight: '600', color: 'var(--soft)' },
  { tag: h.labelName, fontWeight: '600' },
  { tag: h.modifier, color: 'var(--adapted)' },
  { tag: h.typeName, color: 'var(--steady-text, var(--as-planned))' },
  { tag: h.propertyName, color: 'var(--soft)' },
  { tag: h.operatorKeyword, color: 'var(--soft)' },
  { tag: h.atom, fontWeight: '600', color: 'var(--different)' },
  { tag: h.annotation, color: 'var(--adapted)', fontWeight: '600' },
  { tag: h.name, textDecoration: 'none' },
  { tag: h.string, fontStyle: 'italic', color: 'var(--soft)' },
  { tag: h.comment, fontStyle: 'italic', color: 'var(--soft)' },
])

const HEAD = /^(phase|week|strength|plyometrics|mobility|session)\b/u

/** A week folds to its line, a phase to its own, a block of the library as well. */
const fold = foldService.of((state: EditorState, start: number) => {
  const line = state.doc.lineAt(start)
  const word = HEAD.exec(line.text)?.[1]
  if (word === undefined) return null
  let end = line.to
  for (let number = line.number + 1; number <= state.doc.lines; number += 1) {
    const next = state.doc.line(number)
    const edge = /^\S/u.test(next.text) && !next.text.startsWith('#')
    if (edge && (word !== 'phase' || !next.text.startsWith('week'))) break
    if (next.text.trim() !== '') end = next.to
  }
  return end > line.to ? { from: line.to, to: end } : null
})

/** The notation: its colours, its folds, two spaces a level. */
export const planLanguage = (): Extension => [
  new LanguageSupport(notation),
  syntaxHighlighting(colours),
  fold,
  indentUnit.of('  '),
]
