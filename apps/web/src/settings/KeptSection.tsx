import type { SettingsView } from '@bell-lap/server'
import { addressOf } from '../api/client.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { Section } from './Section.tsx'

/** Where the data lies, how much it is, and all of it to take along. */
export const KeptSection = ({ settings: { kept, program } }: { readonly settings: SettingsView }) => {
  const figures = useFigures()
  const facts = [
    [t('settings.kept.activities'), figures.number(kept.activities, 0)],
    [t('settings.kept.seasons'), figures.number(kept.seasons, 0)],
    [t('settings.kept.plans'), figures.number(kept.plans, 0)],
    [t('settings.kept.size'), t('import.megabytes', { amount: figures.number(kept.bytes / 2 ** 20) })],
    [t('settings.kept.program'), program],
  ]
  return (
    <Section id="kept" title={t('settings.kept')}>
      <p>
        {t('settings.kept.where')}: <code>{kept.where}</code>
      </p>
      <dl className="facts">
        {facts.map(([name, shown]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('settings.out')}</h3>
      <p className="soft">{t('settings.out.lead')}</p>
      <div className="acts">
        <a className="button" href={addressOf('GET /api/archive')} download>
          {t('settings.out')}
        </a>
      </div>
    </Section>
  )
}
