import { useId } from 'react'
import type { ActivityView } from '@bell-lap/server'
import { useDoing } from '../api/queries.ts'
import { spoken } from '../drawing/spoken.ts'
import { refuse, say } from '../shell/said.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

/** The athlete's own word on which session a recording was. */
export const WhichSession = ({ view }: { readonly view: ActivityView }) => {
  const match = useDoing('POST /api/activities/:id/match', 'season', 'import')
  const { dayShort } = useFigures()
  const field = useId()
  const { activity, choices } = view
  if (choices.length === 0 && !activity.session) return null
  const now = activity.session
  const listed = now && !choices.some((choice) => choice.session === now.id)
  const choose = (session: string | null) =>
    match.mutate(
      { params: { id: activity.id }, body: { session } },
      {
        onError: refuse,
        onSuccess: ({ activity: { session: kept } }) =>
          say(kept ? t('activity.matched', { title: spoken(kept.title) }) : t('activity.unmatched')),
      },
    )
  return (
    <section className="lane">
      <div className="field">
        <label htmlFor={field}>{t('activity.which')}</label>
        <select
          id={field}
          value={now?.id ?? ''}
          disabled={match.isPending}
          onChange={(event) => choose(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{t('activity.which.none')}</option>
          {listed && <option value={now.id}>{spoken(now.title)}</option>}
          {choices.map((choice) => (
            <option key={choice.session} value={choice.session}>
              {dayShort(choice.day)}: {spoken(choice.title)}
            </option>
          ))}
        </select>
        <p className="soft small">{t('activity.which.said')}</p>
      </div>
    </section>
  )
}
