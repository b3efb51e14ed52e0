import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import type { ReadAnswer } from './reading.ts'

interface Bar {
  readonly reading: ReadAnswer | null
  readonly onTurn: () => void
}

/** Of a page of prose: how much was read as sessions, what is kept as notes, what was not read. */
export const CoverageBar = ({ reading, onTurn }: Bar) => {
  const figures = useFigures()
  if (reading?.form !== 'prose' || reading.text.trim() === '') return null
  const { characters, structured, notes, unread } = reading.coverage
  const shares = [
    ['session', structured],
    ['note', notes],
    ['unread', unread],
  ] as const
  const words = {
    read: figures.number(structured, 0),
    all: figures.number(characters, 0),
    notes: figures.number(notes, 0),
    unread: figures.number(unread, 0),
  }
  return (
    <section className="coverage" aria-label={t('editor.coverage')}>
      <div className="coverage-line" aria-hidden="true">
        {shares.map(([kind, amount]) => (
          <i key={kind} data-read={kind} style={{ flexGrow: amount }} />
        ))}
      </div>
      <p>
        <b>{t('editor.coverage.weeks', { weeks: reading.weeks, sessions: reading.sessions })}</b>{' '}
        {t('editor.coverage.of', words)}
      </p>
      <button type="button" className="go" disabled={reading.sessions === 0} onClick={onTurn}>
        {t('editor.turn')}
      </button>
      <p className="kicker">{t('editor.turn.what')}</p>
    </section>
  )
}
