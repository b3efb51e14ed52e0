import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { PlanView } from '@bell-lap/server'
import { call, Refusal } from '../api/client.ts'
import { refresh } from '../api/queries.ts'
import { refuse, say } from '../shell/said.ts'
import { t } from '../words/t.ts'
import { dropDraft } from './draft.ts'
import { PlanPicker } from './PlanPicker.tsx'
import { StaleChoice, type Stale } from './StaleChoice.tsx'
import { theirs } from './stale.ts'

interface Bar {
  readonly kept: PlanView | null
  readonly text: string
  readonly name: string
  readonly changed: boolean
  readonly onText: (text: string) => void
}

/** The plan's name, which plan it is, and saving it; a plan of the library is saved as a copy of one's own. */
export const DeskBar = ({ kept, text, name, changed, onText }: Bar) => {
  const navigate = useNavigate()
  const [stale, setStale] = useState<Stale | null>(null)
  const [busy, setBusy] = useState(false)
  const own = kept?.kept === 'own' ? kept : null

  const keepNew = async (): Promise<void> => {
    const made = await call('POST /api/plans', { body: { name, text } })
    dropDraft(kept?.id)
    await refresh('plans')
    say(t('editor.saved', { name: made.name }))
    await navigate({ to: '/plans/$id', params: { id: made.id } })
  }
  const keep = async (plan: PlanView, version: number): Promise<void> => {
    await call('PUT /api/plans/:id', { params: { id: plan.id }, body: { name, text, version } })
    dropDraft(plan.id)
    setStale(null)
    await refresh('plans')
    say(t('editor.saved', { name }))
  }
  const save = async (version = own?.version ?? 0): Promise<void> => {
    setBusy(true)
    try {
      await (own ? keep(own, version) : keepNew())
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const now = error.code === 'stale' ? theirs(error.problem.current) : null
      if (now) setStale({ mine: text, ...now })
      else refuse(error)
    } finally {
      setBusy(false)
    }
  }
  const back = (): void => {
    dropDraft(kept?.id)
    onText(kept?.text ?? '')
  }
  const takeTheirs = async ({ text: next }: Stale): Promise<void> => {
    dropDraft(kept?.id)
    setStale(null)
    onText(next)
    await refresh('plans')
  }
  const label = own ? t('editor.save') : kept ? t('editor.saveCopy') : t('editor.saveNew')
  return (
    <header className="desk-bar">
      <div className="desk-name">
        <p className="kicker">{t(kept === null ? 'editor.kind.new' : `editor.kind.${kept.kept}`)}</p>
        <h1>{name}</h1>
      </div>
      <PlanPicker id={kept?.id} />
      <p className="kicker desk-state" role="status">
        {changed ? t('editor.unsaved') : kept ? t('editor.isSaved') : ''}
      </p>
      <div className="acts">
        {changed && (
          <button type="button" className="quiet" onClick={back}>
            {t(kept ? 'editor.revert' : 'editor.clear')}
          </button>
        )}
        <button
          type="button"
          className={own || !kept ? 'go' : ''}
          disabled={busy || text.trim() === '' || (own !== null && !changed)}
          onClick={() => void save()}
        >
          {label}
        </button>
      </div>
      {stale && (
        <StaleChoice
          stale={stale}
          onMine={() => void save(stale.version)}
          onTheirs={() => void takeTheirs(stale)}
          onClose={() => setStale(null)}
        />
      )}
    </header>
  )
}
