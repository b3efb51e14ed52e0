import type { ReactNode } from 'react'
import { RECIPE_RACES, WEEKDAYS } from '@bell-lap/core'
import { useDisplay, useFigures } from '../words/display.ts'
import type { Figures } from '../words/figures.ts'
import { t } from '../words/t.ts'
import { MARK_METRES, weeklyOf, type Answers, type Wrong } from './answers.ts'
import { Choice, Field, Tick } from './Field.tsx'
import { markName, raceName } from './race-name.ts'
import type { Refused } from './refused.ts'

interface Asked {
  readonly answers: Answers
  readonly onAnswer: (change: Partial<Answers>) => void
  readonly wrong: Wrong
  readonly refused: Refused | undefined
  readonly athlete: { readonly [field: string]: unknown }
}

const WRONG = {
  time: 'maker.wrong.time',
  number: 'maker.wrong.number',
  day: 'maker.wrong.day',
  past: 'maker.wrong.past',
} as const

/** Race and goal, a result, the week's days, the running now, strength: each with what holds where it is left out. */
export const Questions = ({ answers, onAnswer, wrong, refused, athlete }: Asked) => {
  const { unit } = useDisplay()
  const figures = useFigures()
  const told = (field: keyof Answers): string | undefined => {
    const kind = wrong[field]
    if (kind) return t(WRONG[kind])
    return refused?.field === field ? refused.says : undefined
  }
  const text = (field: keyof Answers & TextField, label: string, hint?: string, extra: object = {}): ReactNode => (
    <Field
      label={label}
      value={answers[field]}
      onText={(value) => onAnswer({ [field]: value })}
      hint={hint}
      wrong={told(field)}
      {...extra}
    />
  )
  const known = Array.isArray(athlete.marks) && athlete.marks.length > 0
  const now = t(`unit.${unit}`)
  return (
    <form className="questions" onSubmit={(event) => event.preventDefault()} noValidate>
      <Question number={1} title={t('maker.race.title')}>
        <Choice
          label={t('maker.race')}
          value={answers.race}
          options={RECIPE_RACES.map((race) => [race, raceName(race)] as const)}
          onValue={(race) => onAnswer({ race, plan: null })}
        />
        {text('raceDay', t('maker.raceDay'), undefined, { type: 'date' })}
        {text('goal', t('maker.goal'), t('maker.goal.hint'), { inputMode: 'decimal', placeholder: '19:15' })}
        {text('raceName', t('maker.raceName'), t('maker.raceName.hint'), { maxLength: 200 })}
      </Question>
      <Question number={2} title={t('maker.mark.title')}>
        <Choice
          label={t('maker.markDistance')}
          value={answers.markDistance}
          options={MARK_METRES.map((metres) => [metres, markName(metres)] as const)}
          onValue={(markDistance) => onAnswer({ markDistance })}
        />
        {text('markTime', t('maker.markTime'), t(known ? 'maker.markTime.known' : 'maker.markTime.hint'), {
          inputMode: 'decimal',
          placeholder: '19:45',
        })}
        {text('markDay', t('maker.markDay'), t('maker.markDay.hint'), { type: 'date' })}
      </Question>
      <Question number={3} title={t('maker.days.title')}>
        <Choice
          label={t('maker.days')}
          value={String(answers.days)}
          options={['3', '4', '5', '6', '7'].map((days) => [days, days] as const)}
          onValue={(days) => onAnswer({ days: Number(days) })}
        />
        <Choice
          label={t('maker.longRunDay')}
          value={answers.longRunDay}
          options={WEEKDAYS.map((day) => [day, t(`maker.day.${day}`)] as const)}
          onValue={(longRunDay) => onAnswer({ longRunDay })}
        />
        {text('weekdayMinutes', t('maker.weekday'), t('maker.hours.hint'), { inputMode: 'numeric', placeholder: '90' })}
        {text('weekendMinutes', t('maker.weekend'), t('maker.hours.hint'), {
          inputMode: 'numeric',
          placeholder: '180',
        })}
        <Tick label={t('maker.doubles')} on={answers.doubles} onTurn={(doubles) => onAnswer({ doubles })} />
      </Question>
      <Question number={4} title={t('maker.now.title')}>
        {text('weekly', t('maker.weekly'), hintOf(weeklyOf(athlete), figures), { inputMode: 'decimal', after: now })}
        {text('longest', t('maker.longest'), t('maker.longest.hint'), { inputMode: 'decimal', after: now })}
      </Question>
      <Question number={5} title={t('maker.gym.title')}>
        <Choice
          label={t('maker.gym')}
          value={answers.gym ? 'gym' : 'home'}
          options={[
            ['gym', t('maker.gym.yes')],
            ['home', t('maker.gym.no')],
          ]}
          onValue={(place) => onAnswer({ gym: place === 'gym' })}
        />
      </Question>
    </form>
  )
}

type TextField =
  | 'raceDay'
  | 'goal'
  | 'raceName'
  | 'markTime'
  | 'markDay'
  | 'weekdayMinutes'
  | 'weekendMinutes'
  | 'weekly'
  | 'longest'

const Question = ({
  number,
  title,
  children,
}: {
  readonly number: number
  readonly title: string
  readonly children: ReactNode
}) => (
  <fieldset className="question">
    <legend>
      <span className="figure" aria-hidden="true">
        {number}
      </span>
      {title}
    </legend>
    <div className="fields">{children}</div>
  </fieldset>
)

/** What holds where nothing is written: what the settings know, else what the plan begins with. */
const hintOf = (weekly: number | undefined, figures: Figures): string =>
  weekly === undefined ? t('maker.weekly.hint') : t('maker.weekly.known', { distance: figures.distance(weekly * 1000) })
