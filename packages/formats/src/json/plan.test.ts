import { describe, expect, test } from 'vitest'
import { readPlan } from '../plan-text/read-plan.ts'
import { makePlanJson } from './plan.ts'

const TEXT = `5K plan

Base: Weeks 1-1

Week 1 (recovery), focus: rhythm
Mon: rest
Tue: AM 5 miles easy / PM gym 30 min
Wed: 8 x 400, 200 rec
Sun: RACE!
Total: 30-32 miles

Well done.
`

const json = (text: string): unknown => JSON.parse(JSON.stringify(makePlanJson(readPlan(text))))

describe('a plan as JSON', () => {
  test('has seven days a week, in order, whatever the page says of them', () => {
    expect(json(TEXT)).toMatchObject({
      name: '5K plan',
      race: '5K',
      races: [{ name: '5K', distance_m: 5000 }],
      unit: 'mi',
      notes: ['Well done.'],
      weeks: [
        {
          number: 1,
          kind: 'recovery',
          phase: 'Base',
          objective: 'rhythm',
          stated_total: { distance_m: 48_280.32, to_m: 51_499.008 },
          computed_total: { distance_m: 8046.72 + 4600 + 5000, duration_s: null, complete: true },
          days: [
            { day: 'Mon', sessions: [{ slot: null, text: 'rest', workout: { kind: 'rest' } }] },
            {
              day: 'Tue',
              sessions: [
                { slot: 'am', text: '5 miles easy', workout: { kind: 'run', total: { distance_m: 8046.72 } } },
                { slot: 'pm', text: 'gym 30 min', workout: { kind: 'strength' } },
              ],
            },
            { day: 'Wed', sessions: [{ text: '8 x 400, 200 rec' }] },
            { day: 'Thu', sessions: [] },
            { day: 'Fri', sessions: [] },
            { day: 'Sat', sessions: [] },
            { day: 'Sun', sessions: [{ workout: { kind: 'race' } }] },
          ],
        },
      ],
      coverage: { characters: TEXT.length, unread: 0 },
    })
  })

  test('tells what is not known', () => {
    const [week] = (
      json('5K plan\n\nWeek 1\nMon: 40 min easy\nTue: 5 km\nWed: easy run\n') as {
        weeks: { computed_total: unknown }[]
      }
    ).weeks
    expect(week?.computed_total).toEqual({ distance_m: 5000, duration_s: null, complete: false })
    const [timed] = (
      json('5K plan\n\nWeek 1 (2 h)\nMon: 40 min easy\nTue: 70 min\nWed: rest\n') as {
        weeks: { computed_total: unknown }[]
      }
    ).weeks
    expect(timed?.computed_total).toEqual({ distance_m: null, duration_s: 6600, complete: true })
  })

  test('keeps sessions of no day, clock times and findings at their places', () => {
    const plan = json('Club\n\nWeek 1\nSession 1: 7am 8 x 400 m\nSession 2: 30 min tempo\n') as {
      weeks: { any: { clock?: string; text: string }[]; days: { sessions: unknown[] }[] }[]
    }
    expect(plan.weeks[0]?.any.map(({ clock, text }) => [clock, text])).toEqual([
      ['07:00', '8 x 400 m'],
      [undefined, '30 min tempo'],
    ])
    expect(plan.weeks[0]?.days.flatMap(({ sessions }) => sessions)).toEqual([])
  })

  test('the notation makes the same', () => {
    const prose = json(
      '5K plan\n\nWeek 1\nMon: 8 miles easy\nTue: rest\nWed: 5 miles with 5 x 400m at 5K pace (200m jog recovery)\n',
    )
    const notation = json(
      'plan 5K plan\nrace 5K\nunits mi\n\nweek 1\n  Mon    8mi easy\n  Tue    rest\n  Wed    5mi with 5 x 400m @5K, jog 200m\n',
    )
    const canonical = (plan: unknown): unknown =>
      (plan as { weeks: { days: { sessions: { workout: { canonical: string } }[] }[] }[] }).weeks.map(({ days }) =>
        days.map(({ sessions }) => sessions.map(({ workout }) => workout.canonical)),
      )
    expect(canonical(notation)).toEqual(canonical(prose))
  })
})
