import { useEffect, useState } from 'react'
import type { EditorView } from '@codemirror/view'
import type { PlanView } from '@bell-lap/server'
import { useAnswer } from '../api/queries.ts'
import { civilToday } from '../maker/days.ts'
import { useDisplay } from '../words/display.ts'
import { t } from '../words/t.ts'
import { CodeArea } from './CodeArea.tsx'
import { CoverageBar } from './CoverageBar.tsx'
import { DeskBar } from './DeskBar.tsx'
import { keepDraft } from './draft.ts'
import { FindingsList } from './FindingsList.tsx'
import { SeasonSide } from './SeasonSide.tsx'
import { useReading } from './useReading.ts'

interface Desk {
  /** The plan as it is kept; null while it is not. */
  readonly kept: PlanView | null
  readonly begin: string
}

/** Text at the left, the season that it makes at the right, what was found below. */
export const PlanDesk = ({ kept, begin }: Desk) => {
  const { athlete } = useAnswer('GET /api/settings', {})
  const { unit } = useDisplay()
  const [text, setText] = useState(begin)
  const [raceDay, setRaceDay] = useState<string | null>(null)
  const [view, setView] = useState<EditorView | null>(null)
  const [today] = useState(civilToday)
  const { reading, season, busy } = useReading({ text, unit, athlete: JSON.stringify(athlete), today, raceDay })
  const id = kept?.id
  const version = kept?.version ?? null
  const changed = text !== (kept?.text ?? '')
  useEffect(() => {
    if (changed) keepDraft(id, { text, version })
  }, [changed, id, text, version])
  const replace = (next: string): void =>
    view?.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: next },
      selection: { anchor: 0 },
      scrollIntoView: true,
    })
  const name = nameIn(text) ?? (busy ? undefined : reading?.name) ?? kept?.name ?? t('editor.untitled')
  return (
    <div className="page desk">
      <DeskBar kept={kept} text={text} name={name} changed={changed} onText={replace} />
      <div className="desk-text">
        <CoverageBar reading={reading} onTurn={() => reading && replace(reading.notation)} />
        <CodeArea text={begin} onText={setText} reading={reading} onView={setView} />
        <p className="kicker desk-keys">{t('editor.keys')}</p>
      </div>
      <SeasonSide reading={reading} season={season} raceDay={raceDay} onRaceDay={setRaceDay} text={text} kept={kept} />
      <FindingsList reading={reading} busy={busy} view={view} />
    </div>
  )
}

/** The name that the text states, known before the text is read. */
const nameIn = (text: string): string | undefined => /^plan[ \t]+"?([^"\n#]*[^"\s#])/mu.exec(text)?.[1]
