import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { EditorState } from '@codemirror/state'
import { KEYWORDS } from '@bell-lap/formats'
import { t } from '../words/t.ts'
import { EXERCISES, meaningOf } from './meanings.ts'

const asOptions = (words: readonly string[], type: string, group: string, boost = 0): readonly Completion[] =>
  words.map((label) => ({ label, type, detail: group, info: meaningOf(label, type) ?? group, boost }))

/** Every word with what it means; made when the first is asked for, for by then the catalogue has the editor's words. */
const makeWords = () => ({
  heads: asOptions(KEYWORDS.lines, 'line', t('editor.word.line'), 2),
  days: asOptions(KEYWORDS.days, 'day', t('editor.word.day'), 3),
  remarks: asOptions(KEYWORDS.remarks, 'remark', t('editor.word.remark'), 1),
  paces: asOptions(KEYWORDS.paces, 'pace', t('editor.word.pace')),
  tags: asOptions([...KEYWORDS.pillars, ...KEYWORDS.tags], 'tag', t('editor.word.tag')),
  weekKinds: asOptions(KEYWORDS.weekKinds, 'weekKind', t('editor.word.weekKind')),
  units: asOptions(KEYWORDS.units, 'unit', t('editor.word.unit')),
  longUnits: asOptions(['km', 'mi'], 'unit', t('editor.word.unit')),
  loads: asOptions(KEYWORDS.loads, 'load', t('editor.word.load'), -1),
  slots: asOptions(KEYWORDS.slots, 'slot', t('editor.word.slot')),
  models: asOptions(KEYWORDS.paceModels, 'model', t('editor.word.model')),
  exercises: asOptions(EXERCISES, 'exercise', t('editor.word.exercise'), -1),
  inSessions: [
    ...asOptions(KEYWORDS.roles, 'role', t('editor.word.role'), 2),
    ...asOptions(KEYWORDS.recoveries, 'recovery', t('editor.word.recovery'), 1),
    ...asOptions(KEYWORDS.activities, 'activity', t('editor.word.activity')),
    ...asOptions(KEYWORDS.lengths, 'length', t('editor.word.length'), -1),
    ...asOptions(JOINERS, 'joiner', t('editor.word.joiner'), -1),
    ...asOptions(KEYWORDS.surfaces, 'surface', t('editor.word.surface'), -1),
  ].filter(({ label }, index, all) => all.findIndex((other) => other.label === label) === index),
})

const JOINERS = ['with', 'as', 'or', 'last', 'after each', 'no rest', 'each side']

let made: ReturnType<typeof makeWords> | undefined
const words = () => (made ??= makeWords())

/** Sessions that the plan itself names: `strength A`. */
const namedIn = (state: EditorState): readonly Completion[] => {
  const named: Completion[] = []
  for (const [, kind, name] of state
    .sliceDoc(0, 50_000)
    .matchAll(/^(strength|plyometrics|mobility|session) (\S+)/gmu)) {
    named.push({ label: `${kind} ${name}`, type: 'activity', detail: t('editor.word.named'), boost: 3 })
  }
  return named
}

const result = (from: number, options: readonly Completion[]): CompletionResult => ({
  from,
  options,
  validFor: /^[\w-]*$/u,
})

/** What could stand here: by what stands before it on the line. */
const complete = (context: CompletionContext): CompletionResult | null => {
  const line = context.state.doc.lineAt(context.pos)
  const before = line.text.slice(0, context.pos - line.from)
  if (/#(?=\s|$)|"[^"]*$/u.test(before.replaceAll(/"[^"]*"/gu, ''))) return null
  const word = /[\p{L}\d][\w-]*$/u.exec(before)?.[0] ?? ''
  const from = context.pos - word.length
  const head = before.slice(0, before.length - word.length)
  const unit = /\d([a-z]+)$/iu.exec(before)?.[1]
  if (/@[~<>]?(?:[\w.]+(?:\.\.|>))?$/u.test(head)) return result(from, [...words().paces, ...words().loads])
  if (unit !== undefined) return result(context.pos - unit.length, words().units)
  if (word === '' && !context.explicit) return null
  return result(from, optionsAfter(head, context.state))
}

/** What a line that begins like this can go on with. */
const optionsAfter = (head: string, state: EditorState): readonly Completion[] => {
  const { heads, days, remarks, tags, weekKinds, longUnits, models, slots, exercises, inSessions } = words()
  if (/\[[^\]]*$/u.test(head)) return tags
  if (/^week\s+\d+\s+$/iu.test(head)) return weekKinds
  if (/^units\s+$/iu.test(head)) return longUnits
  if (/^paces\s+$/iu.test(head)) return models
  if (head === '') return [...heads, ...days, ...remarks]
  if (/^\s+$/u.test(head)) return [...days, ...remarks, ...exercises, ...inSessions]
  const after = /^\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|any)\s+$/iu.test(head) ? slots : []
  return [...after, ...namedIn(state), ...inSessions]
}

/** Offers the notation's words with what each means. */
export const planCompletion = () => autocompletion({ override: [complete], icons: false })
