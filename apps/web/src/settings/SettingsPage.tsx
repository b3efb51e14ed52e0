import { useAnswer } from '../api/queries.ts'
import { importing } from '../importing/words.ts'
import { maker } from '../maker/words.ts'
import { addWords, t } from '../words/t.ts'
import { AthleteSection } from './AthleteSection.tsx'
import { AwaySection } from './AwaySection.tsx'
import { DaysSection } from './DaysSection.tsx'
import { DeleteSection } from './DeleteSection.tsx'
import { DisplaySection } from './DisplaySection.tsx'
import { FeedSection } from './FeedSection.tsx'
import { HeartSection } from './HeartSection.tsx'
import { KeptSection } from './KeptSection.tsx'
import { MarksSection } from './MarksSection.tsx'
import { RacesSection } from './RacesSection.tsx'
import { RestoreSection } from './RestoreSection.tsx'
import { useAthlete } from './useAthlete.ts'
import './settings.css'

// Days and races are called here as the maker calls them; an archive comes in as a recording does.
addWords({ ...maker, ...importing })

const SECTIONS = [
  ['athlete', 'settings.athlete'],
  ['marks', 'settings.marks'],
  ['heart', 'settings.heart'],
  ['days', 'settings.days'],
  ['away', 'settings.away'],
  ['races', 'settings.races'],
  ['display', 'settings.display'],
  ['feed', 'settings.feed'],
  ['kept', 'settings.kept'],
] as const

/** The athlete, how things are shown, the calendar, and everything that is kept. */
export const SettingsPage = () => {
  const settings = useAnswer('GET /api/settings', {})
  const { athlete, change, changed, busy, wrong, save, revert } = useAthlete(settings)
  const editing = { athlete, onChange: change }
  return (
    <div className="page settings">
      <h1>{t('settings.title')}</h1>
      <nav className="settings-nav" aria-label={t('settings.sections')}>
        {SECTIONS.map(([id, key]) => (
          <a key={id} href={`#${id}`}>
            {t(key)}
          </a>
        ))}
      </nav>
      <div className="settings-body">
        <AthleteSection {...editing} />
        <MarksSection {...editing} />
        <HeartSection {...editing} zones={settings.zones} from={settings.zones_from} />
        <DaysSection {...editing} />
        <AwaySection {...editing} />
        <RacesSection {...editing} />
        {(changed || wrong) && (
          <div className="save-bar" role="region" aria-label={t('settings.save')}>
            <p role="status" className={wrong ? 'wrong' : 'soft'}>
              {wrong ? [wrong.message, wrong.change].filter(Boolean).join(' ') : t('settings.unsaved')}
            </p>
            <button type="button" className="quiet" onClick={revert}>
              {t('settings.revert')}
            </button>
            <button type="button" className="go" disabled={busy} onClick={() => void save()}>
              {t('settings.save')}
            </button>
          </div>
        )}
        <DisplaySection settings={settings} />
        <FeedSection feed={settings.feed} />
        <KeptSection settings={settings} />
        <RestoreSection />
        <DeleteSection />
      </div>
    </div>
  )
}
