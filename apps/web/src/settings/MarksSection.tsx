import { useState } from 'react'
import { MARK_KINDS } from '@bell-lap/core'
import { MARK_METRES } from '../maker/answers.ts'
import { civilToday } from '../maker/days.ts'
import { Choice, Field } from '../maker/Field.tsx'
import { markName } from '../maker/race-name.ts'
import { timeJson, typedTime } from '../maker/typed-time.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { marksIn, withField, type MarkJson } from './athlete-json.ts'
import { Section, type Editing } from './Section.tsx'

const KEYS = { race: 'settings.mark.race', test: 'settings.mark.test', best: 'settings.mark.best' } as const
const kindOf = (kind: string | undefined): string =>
  kind === 'race' || kind === 'test' || kind === 'best' ? t(KEYS[kind]) : ''

const nameOf = (metres: number): string => markName(String(metres))

/** Race and test results, and adding one. */
export const MarksSection = ({ athlete, onChange }: Editing) => {
  const figures = useFigures()
  const marks = marksIn(athlete)
  const put = (next: readonly MarkJson[]): void => onChange(withField(athlete, 'marks', next))
  return (
    <Section id="marks" title={t('settings.marks')} lead={t('settings.marks.lead')}>
      {marks.length === 0 ? (
        <p>{t('settings.marks.none')}</p>
      ) : (
        <div className="wide">
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">{t('settings.mark.distance')}</th>
                <th scope="col">{t('settings.mark.time')}</th>
                <th scope="col">{t('settings.mark.day')}</th>
                <th scope="col">{t('settings.mark.kind')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {marks.map((mark, index) => {
                const { distance_m: distance, time, day, kind } = mark
                const shown = typeof time === 'number' ? figures.clock(time, true) : time
                return (
                  <tr key={`${distance} ${time} ${day ?? ''}`}>
                    <td>{nameOf(distance)}</td>
                    <td>{shown}</td>
                    <td>{day === undefined ? t('settings.mark.now') : `${figures.date(day)} ${day.slice(0, 4)}`}</td>
                    <td>{kindOf(kind)}</td>
                    <td>
                      <button
                        type="button"
                        className="quiet"
                        aria-label={t('settings.mark.remove', { mark: `${nameOf(distance)} ${shown}` })}
                        onClick={() => put(marks.filter((_, other) => other !== index))}
                      >
                        <span aria-hidden="true">×</span>
                      </button>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <NewMark onAdd={(mark) => put([mark, ...marks])} />
    </Section>
  )
}

const NewMark = ({ onAdd }: { readonly onAdd: (mark: MarkJson) => void }) => {
  const [metres, setMetres] = useState<(typeof MARK_METRES)[number]>('5000')
  const [time, setTime] = useState('')
  const [day, setDay] = useState(civilToday)
  const [kind, setKind] = useState<(typeof MARK_KINDS)[number]>('race')
  const [asked, setAsked] = useState(false)
  const seconds = typedTime(time, Number(metres))
  const add = (): void => {
    setAsked(true)
    if (seconds === undefined) return
    onAdd({ distance_m: Number(metres), time: timeJson(seconds), ...(day === '' ? {} : { day }), kind })
    setTime('')
    setAsked(false)
  }
  return (
    <form
      className="fields new-row"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Choice
        label={t('settings.mark.distance')}
        value={metres}
        options={MARK_METRES.map((each) => [each, nameOf(Number(each))] as const)}
        onValue={setMetres}
      />
      <Field
        label={t('settings.mark.time')}
        value={time}
        onText={setTime}
        inputMode="decimal"
        placeholder="19:45"
        wrong={(asked || time !== '') && seconds === undefined ? t('maker.wrong.time') : undefined}
      />
      <Field label={t('settings.mark.day')} type="date" value={day} onText={setDay} />
      <Choice
        label={t('settings.mark.kind')}
        value={kind}
        options={MARK_KINDS.map((each) => [each, kindOf(each)] as const)}
        onValue={setKind}
      />
      <button type="submit">{t('settings.mark.add')}</button>
    </form>
  )
}
