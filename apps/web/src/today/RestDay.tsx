import type { SessionCard } from '@bell-lap/server'
import { SessionChip } from '../drawing/SessionChip.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

/** A day without a session says so, and what comes next. */
export const RestDay = ({ next }: { readonly next: SessionCard | null }) => {
  const { dayLong } = useFigures()
  return (
    <article className="today-session">
      <h1>{t('today.rest')}</h1>
      <p className="soft">{t('today.rest.said')}</p>
      {next && (
        <div className="rest-next">
          <p className="kicker">{t('today.next', { title: dayLong(next.day) })}</p>
          <SessionChip card={next} />
        </div>
      )}
    </article>
  )
}
