import { SLOTS, WEEKDAYS } from '@bell-lap/core'
import { Choice, Tick } from '../maker/Field.tsx'
import { t } from '../words/t.ts'
import { minutesIn, textOf, withField, withMinutes } from './athlete-json.ts'
import { Section, type Editing } from './Section.tsx'

const OPEN = 'open'

/** Which days, how long, what is there. */
export const DaysSection = ({ athlete, onChange }: Editing) => (
  <Section id="days" title={t('settings.days')} lead={t('settings.days.lead')}>
    <div className="wide">
      <table className="rows minutes">
        <thead>
          <tr>
            <td />
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col">
                {t(`maker.day.${day}`).slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SLOTS.map((slot) => (
            <tr key={slot}>
              <th scope="row">{t(`slot.${slot}.long`)}</th>
              {WEEKDAYS.map((day) => (
                <td key={day}>
                  <input
                    inputMode="numeric"
                    aria-label={t('settings.days.minutes', {
                      day: t(`maker.day.${day}`),
                      slot: t(`slot.${slot}.long`),
                    })}
                    value={minutesIn(athlete, day, slot)}
                    onChange={(event) => onChange(withMinutes(athlete, day, slot, event.target.value))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <div className="fields">
      <Choice
        label={t('settings.days.running')}
        value={textOf(athlete.days) || OPEN}
        options={[
          [OPEN, t('settings.days.open')],
          ...['2', '3', '4', '5', '6', '7'].map((days) => [days, days] as const),
        ]}
        onValue={(days) => onChange(withField(athlete, 'days', days === OPEN ? undefined : Number(days)))}
      />
      <Choice
        label={t('settings.days.long')}
        value={textOf(athlete.long_run_day) || OPEN}
        options={[[OPEN, t('settings.days.open')], ...WEEKDAYS.map((day) => [day, t(`maker.day.${day}`)] as const)]}
        onValue={(day) => onChange(withField(athlete, 'long_run_day', day === OPEN ? undefined : day))}
      />
    </div>
    <Tick
      label={t('settings.days.doubles')}
      on={athlete.doubles === true}
      onTurn={(on) => onChange(withField(athlete, 'doubles', on))}
    />
    <Tick
      label={t('settings.days.gym')}
      on={athlete.gym === true}
      onTurn={(on) => onChange(withField(athlete, 'gym', on))}
    />
  </Section>
)
