import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useDoing } from '../api/queries.ts'
import { queryClient } from '../api/queries.ts'
import { Field } from '../maker/Field.tsx'
import { say } from '../shell/said.ts'
import { t } from '../words/t.ts'
import { Section } from './Section.tsx'

const SURE = 'delete'

/** Everything away, for whoever types the word. */
export const DeleteSection = () => {
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const doing = useDoing('DELETE /api/everything', 'season', 'import', 'plans', 'settings')
  const sure = typed.trim().toLowerCase() === SURE
  const wipe = async (): Promise<void> => {
    setAsked(true)
    if (!sure) return
    try {
      await doing.mutateAsync({ body: { sure: SURE } })
    } catch {
      return
    }
    for (const key of ['season-answers', 'athlete-draft']) localStorage.removeItem(key)
    queryClient.clear()
    say(t('settings.delete.done'))
    await navigate({ to: '/' })
  }
  return (
    <Section id="delete" title={t('settings.delete')} lead={t('settings.delete.lead')}>
      <div className="fields new-row">
        <Field
          label={t('settings.delete.type')}
          value={typed}
          onText={setTyped}
          autoComplete="off"
          wrong={asked && !sure ? t('settings.delete.wrong') : undefined}
        />
        <button type="button" className="danger" disabled={doing.isPending} onClick={() => void wipe()}>
          {t('settings.delete')}
        </button>
      </div>
      {doing.error && (
        <p className="wrong" role="alert">
          {doing.error.message}
        </p>
      )}
    </Section>
  )
}
