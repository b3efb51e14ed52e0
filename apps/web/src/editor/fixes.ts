import type { EditorState, TransactionSpec } from '@codemirror/state'
import { t } from '../words/t.ts'
import type { LocatedFinding, ReadAnswer } from './reading.ts'

/** A change of the text that answers a finding. */
export interface Fix {
  readonly label: string
  readonly apply: (state: EditorState) => TransactionSpec
}

/** What can be done about a finding with one click, in a text of the notation. */
export const fixesOf = (finding: LocatedFinding, form: ReadAnswer['form']): readonly Fix[] => {
  if (form === 'prose') return []
  if (finding.rule === 'unused-allow') return [{ label: t('editor.fix.dropAllow'), apply: dropAllow(finding) }]
  if (finding.rule === 'unit-guess') {
    return (['km', 'mi'] as const).map((unit) => ({ label: t('editor.fix.units', { unit }), apply: addUnits(unit) }))
  }
  const read = READ_AS.exec(finding.message)?.[1]
  if (finding.rule === 'syntax' && read !== undefined)
    return [{ label: t('editor.fix.asRead'), apply: writeAsRead(finding, read) }]
  if (finding.by === 'reader') return []
  return [{ label: t('editor.fix.allow'), apply: allow(finding) }]
}

/** A line that is not in the notation says how it was read: "... read as `8km easy`". */
const READ_AS = /read as `(.+)`$/u

const writeAsRead =
  ({ from, to }: LocatedFinding, read: string) =>
  (): TransactionSpec => ({
    changes: { from, to, insert: read },
    selection: { anchor: from + read.length },
    userEvent: 'input.fix',
  })

/** Under what the finding is about, with the reason selected: the author has to give one. */
const allow =
  ({ rule, from }: LocatedFinding) =>
  (state: EditorState): TransactionSpec => {
    const line = state.doc.lineAt(Math.min(from, state.doc.length))
    const indent = /^\s*/u.exec(line.text)?.[0] ?? ''
    const reason = t('editor.fix.reason')
    const insert = `\n${indent}  allow ${rule} "${reason}"`
    const end = line.to + insert.length - 1
    return {
      changes: { from: line.to, insert },
      selection: { anchor: end - reason.length, head: end },
      scrollIntoView: true,
      userEvent: 'input.fix',
    }
  }

const dropAllow =
  ({ from, message }: LocatedFinding) =>
  (state: EditorState): TransactionSpec => {
    const start = state.doc.lineAt(Math.min(from, state.doc.length)).number
    for (let number = start; number <= state.doc.lines; number += 1) {
      const line = state.doc.line(number)
      const rule = /^\s*allow\s+(\S+)/u.exec(line.text)?.[1]
      if (rule !== undefined && message.includes(rule)) {
        const to = Math.min(line.to + 1, state.doc.length)
        return { changes: { from: line.from, to }, selection: { anchor: line.from }, userEvent: 'delete.fix' }
      }
    }
    return {}
  }

const addUnits =
  (unit: 'km' | 'mi') =>
  (state: EditorState): TransactionSpec => {
    const first = state.doc.line(1)
    const after = first.text.startsWith('plan')
    const insert = after ? `\nunits   ${unit}` : `units   ${unit}\n`
    return { changes: { from: after ? first.to : 0, insert }, userEvent: 'input.fix' }
  }
