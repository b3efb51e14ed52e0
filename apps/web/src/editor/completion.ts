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

const HEADS = asOptions(KEYWORDS.lines, 'line', t('editor.word.line'), 2)
const DAYS = asOptions(KEYWORDS.days, 'day', t('editor.word.day'), 3)
const REMARKS = asOptions(KEYWORDS.remarks, 'remark', t('editor.word.remark'), 1)
const PACES = asOptions(KEYWORDS.paces, 'pace', t('editor.word.pace'))
const TAGS = asOptions([...KEYWORDS.pillars, ...KEYWORDS.tags], 'tag', t('editor.word.tag'))
const WEEK_KINDS = asOptions(KEYWORDS.weekKinds, 'weekKind', t('editor.word.weekKind'))
const UNITS = asOptions(KEYWORDS.units, 'unit', t('editor.word.unit'))
const LOADS = asOptions(KEYWORDS.loads, 'load', t('editor.word.load'), -1)
const SLOTS = asOptions(KEYWORDS.slots, 'slot', t('editor.word.slot'))
const IN_SESSIONS = [
  ...asOptions(KEYWORDS.roles, 'role', t('editor.word.role'), 2),
  ...asOptions(KEYWORDS.recoveries, 'recovery', t('editor.word.recovery'), 1),
  ...asOptions(KEYWORDS.activities, 'activity', t('editor.word.activity')),
  ...asOptions(KEYWORDS.lengths, 'length', t('editor.word.length'), -1),
  ...asOptions(
    ['with', 'as', 'or', 'last', 'after each', 'no rest', 'each side'],
    'joiner',
    t('editor.word.joiner'),
    -1,
  ),
  ...asOptions(KEYWORDS.surfaces, 'surface', t('editor.word.surface'), -1),
].filter(({ label }, index, all) => all.findIndex((other) => other.label === label) === index)
const KNOWN_EXERCISES = asOptions(EXERCISES, 'exercise', t('editor.word.exercise'), -1)

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
  if (/@[~<>]?(?:[\w.]+(?:\.\.|>))?$/u.test(head)) return result(from, [...PACES, ...LOADS])
  if (/\d$/u.test(head) && word !== '') return result(from, UNITS)
  const unit = /(\d+(?:\.\d+)?)([a-z]+)$/iu.exec(before)
  if (unit?.[2]) return result(context.pos - unit[2].length, UNITS)
  if (word === '' && !context.explicit) return null
  if (/\[[^\]]*$/u.test(head)) return result(from, TAGS)
  if (/^week\s+\d+\s+$/iu.test(head)) return result(from, WEEK_KINDS)
  if (/^units\s+$/iu.test(head)) return result(from, asOptions(['km', 'mi'], 'unit', t('editor.word.unit')))
  if (/^paces\s+$/iu.test(head)) return result(from, asOptions(KEYWORDS.paceModels, 'model', t('editor.word.model')))
  if (head === '') return result(from, [...HEADS, ...DAYS, ...REMARKS])
  if (/^\s+$/u.test(head)) return result(from, [...DAYS, ...REMARKS, ...KNOWN_EXERCISES, ...IN_SESSIONS])
  if (/^\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|any)\s+$/iu.test(head))
    return result(from, [...SLOTS, ...namedIn(context.state), ...IN_SESSIONS])
  return result(from, [...namedIn(context.state), ...IN_SESSIONS])
}

/** Offers the notation's words with what each means. */
export const planCompletion = () => autocompletion({ override: [complete], icons: false })
