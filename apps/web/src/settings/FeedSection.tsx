import { useState } from 'react'
import type { Call, SettingsView } from '@bell-lap/server'
import { useDoing } from '../api/queries.ts'
import { refuse, say } from '../shell/said.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { Section } from './Section.tsx'

type FeedMade = Call<'POST /api/feed'>['reply']

/** The calendar feed: its address is told once, and can be ended. */
export const FeedSection = ({ feed }: { readonly feed: SettingsView['feed'] }) => {
  const figures = useFigures()
  const [made, setMade] = useState<FeedMade | null>(null)
  const make = useDoing('POST /api/feed', 'settings')
  const end = useDoing('DELETE /api/feed', 'settings')
  const told = { onError: refuse }
  return (
    <Section id="feed" title={t('settings.feed')} lead={t('settings.feed.lead')}>
      {feed && !made && (
        <p>
          {t('settings.feed.made', { moment: figures.moment(feed.made) })}{' '}
          {feed.read === null
            ? t('settings.feed.unread')
            : t('settings.feed.read', { moment: figures.moment(feed.read) })}
        </p>
      )}
      {made && <Address path={made.path} />}
      <div className="acts">
        <button
          type="button"
          className={feed ? '' : 'go'}
          disabled={make.isPending}
          onClick={() => make.mutate({}, { ...told, onSuccess: setMade })}
        >
          {t(feed ? 'settings.feed.again' : 'settings.feed.make')}
        </button>
        {feed && (
          <button
            type="button"
            disabled={end.isPending}
            onClick={() => end.mutate({}, { ...told, onSuccess: () => (setMade(null), say(t('settings.feed.ended'))) })}
          >
            {t('settings.feed.revoke')}
          </button>
        )}
      </div>
      {feed && <p className="kicker">{t('settings.feed.again.hint')}</p>}
      <p className="kicker">{t('settings.feed.slow')}</p>
    </Section>
  )
}

const Address = ({ path }: { readonly path: string }) => {
  const address = new URL(path, location.origin).href
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address)
      say(t('settings.feed.copied'))
    } catch {
      // Without leave to copy the address stands there to be marked.
    }
  }
  return (
    <div className="feed-address">
      <label>
        <b>{t('settings.feed.once')}</b>
        <input
          readOnly
          value={address}
          aria-label={t('settings.feed.address')}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <button type="button" className="go" onClick={() => void copy()}>
        {t('settings.feed.copy')}
      </button>
    </div>
  )
}
