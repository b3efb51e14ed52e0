import { useState } from 'react'
import { EditorView } from '@codemirror/view'
import { t } from '../words/t.ts'
import { fixesOf } from './fixes.ts'
import { LevelMark } from './LevelMark.tsx'
import type { LocatedFinding, ReadAnswer } from './reading.ts'

interface Listed {
  readonly reading: ReadAnswer | null
  readonly busy: boolean
  readonly view: EditorView | null
}

const LEVELS = ['error', 'warning', 'note'] as const
/** So many are listed at once; the margin shows all. */
const SHOWN = 12

/** Everything that was found, in the order of the text; a click goes to the line. */
export const FindingsList = ({ reading, busy, view }: Listed) => {
  const [all, setAll] = useState(false)
  const findings = reading?.findings ?? []
  const counts = LEVELS.map((level) => [level, findings.filter((finding) => finding.level === level).length] as const)
  const listed = all ? findings : findings.slice(0, SHOWN)
  return (
    <section className="desk-findings" aria-label={t('editor.findings')} aria-busy={busy}>
      <h2>{t('editor.findings')}</h2>
      <p className="kicker findings-counts" role="status">
        {reading && reading.text.trim() !== '' && findings.length === 0 && t('editor.findings.none')}
        {counts.map(([level, count]) => count > 0 && <span key={level}>{t(`editor.count.${level}`, { count })}</span>)}
      </p>
      <ol>
        {listed.map((finding) => (
          <Found key={`${finding.rule} ${finding.from} ${finding.message}`} {...{ finding, reading, view }} />
        ))}
      </ol>
      {listed.length < findings.length && (
        <button type="button" onClick={() => setAll(true)}>
          {t('editor.findings.all', { count: findings.length })}
        </button>
      )}
    </section>
  )
}

interface One {
  readonly finding: LocatedFinding
  readonly reading: ReadAnswer | null
  readonly view: EditorView | null
}

const Found = ({ finding, reading, view }: One) => {
  const lines = reading?.text.slice(0, finding.from).split('\n').length ?? 1
  const jump = (): void => {
    if (!view) return
    const at = Math.min(finding.from, view.state.doc.length)
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) })
    view.focus()
  }
  const rule = reading?.rules[finding.rule]
  return (
    <li className="found-row">
      <button
        type="button"
        className="quiet found-line"
        onClick={jump}
        aria-label={t('editor.toLine', { line: lines })}
      >
        {t('editor.line', { line: lines })}
      </button>
      <LevelMark level={finding.level} />
      <div>
        <p>{finding.message}</p>
        {finding.fix !== undefined && <p className="soft">{t('editor.do', { what: finding.fix })}</p>}
        <p className="kicker">
          {[finding.rule, finding.source].filter(Boolean).join(' · ')}
          {rule && ` · ${rule.why}`}
        </p>
      </div>
      <div className="acts">
        {view &&
          fixesOf(finding, reading?.form ?? 'prose').map((fix) => (
            <button
              key={fix.label}
              type="button"
              className="quiet"
              onClick={() => (view.dispatch(fix.apply(view.state)), view.focus())}
            >
              {fix.label}
            </button>
          ))}
      </div>
    </li>
  )
}
