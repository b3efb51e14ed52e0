import { useState } from 'react'
import { MARK_METRES } from '../maker/answers.ts'
import { Choice, Field } from '../maker/Field.tsx'
import { markName } from '../maker/race-name.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { racesIn, withField } from './athlete-json.ts'
import { Removable } from './Removable.tsx'
import { Section, type Editing } from './Section.tsx'

/** Races on the way to the one that counts. */
export const RacesSection = ({ athlete, onChange }: Editing) => {
  const figures = useFigures()
  const [day, setDay] = useState('')
  const [metres, setMetres] = useState<(typeof MARK_METRES)[number]>('3000')
  const [priority, setPriority] = useState<'B' | 'C'>('B')
  const races = racesIn(athlete)
  const add = (): void => {
    const race = { day, distance_m: Number(metres), priority }
    onChange(
      withField(
        athlete,
        'races',
        [...races, race].toSorted((a, b) => a.day.localeCompare(b.day)),
      ),
    )
    setDay('')
  }
  return (
    <Section id="races" title={t('settings.races')} lead={t('settings.races.lead')}>
      <Removable
        items={races.map((race) => {
          const name = `${markName(String(race.distance_m))}, ${figures.dayLong(race.day)}`
          return { key: `${race.day} ${race.distance_m}`, name, shown: `${race.priority} · ${name}` }
        })}
        onRemove={(index) =>
          onChange(
            withField(
              athlete,
              'races',
              races.filter((_, other) => other !== index),
            ),
          )
        }
      />
      <div className="fields new-row">
        <Field label={t('settings.mark.day')} type="date" value={day} onText={setDay} />
        <Choice
          label={t('settings.mark.distance')}
          value={metres}
          options={MARK_METRES.map((each) => [each, markName(each)] as const)}
          onValue={setMetres}
        />
        <Choice
          label={t('settings.race.priority')}
          value={priority}
          options={[
            ['B', 'B'],
            ['C', 'C'],
          ]}
          onValue={setPriority}
        />
        <button type="button" disabled={day === ''} onClick={add}>
          {t('settings.race.add')}
        </button>
      </div>
    </Section>
  )
}
