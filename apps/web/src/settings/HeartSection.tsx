import type { SettingsView } from '@bell-lap/server'
import { Field } from '../maker/Field.tsx'
import { t } from '../words/t.ts'
import { textOf, typedNumber, withField } from './athlete-json.ts'
import { Section, type Editing } from './Section.tsx'

const FIELDS = [
  ['max_heart_rate', 'settings.heart.max'],
  ['threshold_heart_rate', 'settings.heart.threshold'],
  ['resting_heart_rate', 'settings.heart.resting'],
] as const

interface Heart extends Editing {
  readonly zones: SettingsView['zones']
  readonly from: string | null
}

/** Heart rates, and the zones that they make. */
export const HeartSection = ({ athlete, onChange, zones, from }: Heart) => (
  <Section id="heart" title={t('settings.heart')}>
    <div className="fields">
      {FIELDS.map(([field, key]) => (
        <Field
          key={field}
          label={t(key)}
          inputMode="numeric"
          value={textOf(athlete[field])}
          onText={(text) => onChange(withField(athlete, field, typedNumber(text)))}
          after={t('settings.heart.bpm')}
        />
      ))}
    </div>
    {zones.length === 0 ? (
      <p className="soft">{t('settings.heart.noZones')}</p>
    ) : (
      <>
        <dl className="facts zones" aria-label={t('settings.heart.zones')}>
          {zones.map(({ zone, low_bpm: low, high_bpm: high }) => (
            <div key={zone}>
              <dt>{t('settings.heart.zone', { zone })}</dt>
              <dd>{high === null ? `${low}+` : t('figure.range', { from: low, to: high })}</dd>
            </div>
          ))}
        </dl>
        {from !== null && <p className="kicker">{t('settings.heart.from', { what: from })}</p>}
      </>
    )}
  </Section>
)
