import { useState } from 'react'
import { Field, Tick } from '../maker/Field.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { blackoutIn, travelIn, withField } from './athlete-json.ts'
import { Removable } from './Removable.tsx'
import { Section, type Editing } from './Section.tsx'

/** Days on which nothing can be done, and days elsewhere. */
export const AwaySection = (editing: Editing) => (
  <Section id="away" title={t('settings.away')}>
    <Blackout {...editing} />
    <Travel {...editing} />
  </Section>
)

const Blackout = ({ athlete, onChange }: Editing) => {
  const figures = useFigures()
  const [day, setDay] = useState('')
  const days = blackoutIn(athlete)
  const put = (next: readonly string[]): void => onChange(withField(athlete, 'blackout', [...new Set(next)].toSorted()))
  return (
    <div className="stack">
      <h3>{t('settings.blackout')}</h3>
      <Removable
        items={days.map((each) => ({ key: each, name: figures.dayLong(each), shown: figures.dayLong(each) }))}
        onRemove={(index) => put(days.filter((_, other) => other !== index))}
      />
      <div className="fields new-row">
        <Field label={t('settings.mark.day')} type="date" value={day} onText={setDay} />
        <button type="button" disabled={day === ''} onClick={() => (put([...days, day]), setDay(''))}>
          {t('settings.blackout.add')}
        </button>
      </div>
    </div>
  )
}

const Travel = ({ athlete, onChange }: Editing) => {
  const figures = useFigures()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [zone, setZone] = useState('')
  const [gym, setGym] = useState(false)
  const travel = travelIn(athlete)
  const wrong = from !== '' && to !== '' && to < from
  const add = (): void => {
    const journey = { from, to, gym, ...(zone.trim() === '' ? {} : { zone: zone.trim() }) }
    onChange(
      withField(
        athlete,
        'travel',
        [...travel, journey].toSorted((a, b) => a.from.localeCompare(b.from)),
      ),
    )
    setFrom('')
    setTo('')
  }
  return (
    <div className="stack">
      <h3>{t('settings.travel')}</h3>
      <Removable
        items={travel.map((each) => {
          const days = t('figure.range', { from: figures.date(each.from), to: figures.date(each.to) })
          const more = [each.zone, each.gym === true ? t('settings.travel.gym') : ''].filter(Boolean).join(', ')
          return { key: `${each.from} ${each.to}`, name: days, shown: [days, more].filter(Boolean).join(', ') }
        })}
        onRemove={(index) =>
          onChange(
            withField(
              athlete,
              'travel',
              travel.filter((_, other) => other !== index),
            ),
          )
        }
      />
      <div className="fields new-row">
        <Field label={t('settings.travel.from')} type="date" value={from} onText={setFrom} />
        <Field
          label={t('settings.travel.to')}
          type="date"
          value={to}
          min={from}
          onText={setTo}
          wrong={wrong ? t('settings.travel.order') : undefined}
        />
        <Field label={t('settings.travel.zone')} value={zone} placeholder="Europe/Madrid" onText={setZone} />
        <Tick label={t('settings.travel.gym')} on={gym} onTurn={setGym} />
        <button type="button" disabled={from === '' || to === '' || wrong} onClick={add}>
          {t('settings.travel.add')}
        </button>
      </div>
    </div>
  )
}
