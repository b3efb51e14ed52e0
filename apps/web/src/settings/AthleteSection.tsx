import { useState } from 'react'
import { METRES_PER } from '@bell-lap/core'
import { Choice, Field } from '../maker/Field.tsx'
import { useDisplay } from '../words/display.ts'
import { t } from '../words/t.ts'
import { textOf, typedNumber, withField } from './athlete-json.ts'
import { Section, type Editing } from './Section.tsx'

const OPEN = 'open'

/** Who runs, and how much now. */
export const AthleteSection = ({ athlete, onChange }: Editing) => {
  const { unit } = useDisplay()
  const perUnit = METRES_PER[unit] / 1000
  const put = (field: string, value: unknown): void => onChange(withField(athlete, field, value))
  return (
    <Section id="athlete" title={t('settings.athlete')}>
      <div className="fields">
        <Field
          label={t('settings.name')}
          value={textOf(athlete.name)}
          maxLength={200}
          autoComplete="name"
          onText={(text) => put('name', text === '' ? undefined : text)}
        />
        <Field
          label={t('settings.born')}
          hint={t('settings.born.hint')}
          value={textOf(athlete.born)}
          inputMode="numeric"
          placeholder="1994"
          onText={(text) => put('born', text.trim() === '' ? undefined : text.trim())}
        />
        <Choice
          label={t('settings.sex')}
          value={textOf(athlete.sex) || OPEN}
          options={[
            [OPEN, t('settings.sex.open')],
            ['female', t('settings.sex.female')],
            ['male', t('settings.sex.male')],
          ]}
          onValue={(sex) => put('sex', sex === OPEN ? undefined : sex)}
        />
        <AmountField field="weekly_km" label={t('settings.weekly')} {...{ athlete, perUnit, unit, put }} />
        <AmountField field="longest_run_km" label={t('settings.longest')} {...{ athlete, perUnit, unit, put }} />
        <AmountField field="years_running" label={t('settings.years')} perUnit={1} {...{ athlete, put }} />
      </div>
    </Section>
  )
}

interface Amount {
  readonly field: string
  readonly label: string
  readonly athlete: Editing['athlete']
  /** What one of the unit that is written comes to in the unit that is kept. */
  readonly perUnit: number
  readonly unit?: 'km' | 'mi'
  readonly put: (field: string, value: unknown) => void
}

/** Kept in kilometres, written in the athlete's own unit; what is typed stands as typed until it is left. */
const AmountField = ({ field, label, athlete, perUnit, unit, put }: Amount) => {
  const [typing, setTyping] = useState<string | null>(null)
  const kept = athlete[field]
  const shown = typeof kept === 'number' ? String(Math.round((kept / perUnit) * 10) / 10) : textOf(kept)
  const take = (text: string): void => {
    setTyping(text)
    const typed = typedNumber(text)
    put(field, typeof typed === 'number' ? Math.round(typed * perUnit * 1000) / 1000 : typed)
  }
  return (
    <Field
      label={label}
      value={typing ?? shown}
      inputMode="decimal"
      onText={take}
      onBlur={() => setTyping(null)}
      after={unit && t(`unit.${unit}`)}
    />
  )
}
