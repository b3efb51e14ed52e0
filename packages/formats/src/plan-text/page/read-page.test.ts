import { weeksOf } from '@bell-lap/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanReading } from '../reading.ts'
import { MOST_FINDINGS } from './findings.ts'
import { readPage } from './read-page.ts'
import { readWorkout } from '../prose/read-workout.ts'

const read = (text: string): PlanReading => readPage(text, readWorkout)
const sessionsIn = (reading: PlanReading): number =>
  weeksOf(reading.plan).reduce((sum, { sessions }) => sum + sessions.length, 0)
const DAYS = 'Mon: rest\nTue: 5 miles easy\nWed: 4 miles\n'

describe('prose stays prose', () => {
  const PROSE = [
    'Examples include broken 5Ks (2000m + 2000m + 1000m with short rests) or 5K time trials.',
    'Typical formats include 5 x 1000m, 4 x 1200m, or 3 x 1600m with equal recoveries.',
    'Monday is a rest day for most people. Sunday is when you run long.',
    'Week 4 is the recovery week, and weeks 5 to 8 are harder.',
    'On Tuesday, Thursday and Saturday you may swap the order.',
    'Spend 5-10 minutes daily on it.',
    'Easy runs must be easy - 90-120 seconds per mile slower than 5K pace.',
    'Total rest is also fine, if you like it.',
    'A 1500 m in the middle of 800 m work frightens some people.',
  ]

  test.each(PROSE)('before the weeks: %s', (sentence) => {
    const reading = read(`My plan\n\n${sentence}\n\nWeek 1\n${DAYS}`)
    expect(sessionsIn(reading)).toBe(3)
    expect(reading.plan.notes).toEqual([sentence])
    expect(reading.coverage.notes).toBe(sentence.length + 2)
  })

  test.each(PROSE)('between the weeks: %s', (sentence) => {
    const reading = read(`Week 1\n${DAYS}Total: 9 miles\n\n${sentence}\n\nWeek 2\n${DAYS}`)
    expect(weeksOf(reading.plan).map(({ sessions }) => sessions.length)).toEqual([3, 3])
    expect(weeksOf(reading.plan)[0]?.notes).toEqual([sentence])
    expect(reading.findings).toEqual([])
  })

  test.each(PROSE)('after the weeks: %s', (sentence) => {
    const reading = read(`Week 1\n${DAYS}\n${sentence}\n`)
    expect(sessionsIn(reading)).toBe(3)
    expect(reading.plan.notes).toEqual([sentence])
  })

  test('days of an example before the first week are no sessions', () => {
    const reading = read(`A normal week looks like this:\n\nMon: rest\nTue: 5 x 1000 m\nWed: easy\n\nWeek 1\n${DAYS}`)
    expect(weeksOf(reading.plan).map(({ sessions }) => sessions.length)).toEqual([3])
  })

  test('an overview of weeks is no second plan', () => {
    const reading = read(
      `Week 1: 40 km\nWeek 2: 44 km\n\nWeek 1\n${DAYS}\nWeek 2\n${DAYS}\n\nRace week: sleep more than you think.\n`,
    )
    expect(weeksOf(reading.plan).map(({ number, sessions }) => [number, sessions.length])).toEqual([
      [1, 3],
      [2, 3],
    ])
  })

  test('wrapped lines are one note, entries of a list one each', () => {
    const wrapped =
      'You should have about thirty miles a week in your legs before\nyou start, and a pair of shoes that you can trust.\n'
    const { plan } = read(`My plan\n\n${wrapped}\n• Smooth starts\n• Strong finishes\n\nWeek 1\n${DAYS}`)
    expect(plan.notes).toEqual([wrapped.trim().replace('\n', ' '), 'Smooth starts', 'Strong finishes'])
  })

  test('talk under a day stays with the day', () => {
    const reading = read(
      'Week 1\nMon: 8 miles with 5 x 1000 m\nKeep these honest, and do not race them with your friends.\nTue: rest\n',
    )
    expect(weeksOf(reading.plan)[0]?.sessions[0]?.notes).toEqual([
      'Keep these honest, and do not race them with your friends.',
    ])
    expect(reading.coverage.notes).toBe('Keep these honest, and do not race them with your friends.'.length)
  })

  test('words under a week or a day that only sound like sessions', () => {
    const reading = read(
      `Week 1\nGoal 30 km, 5 runs\n${DAYS}Thu: 5 miles\nMorning runs are best for you in summer.\nFri: rest\n`,
    )
    expect(sessionsIn(reading)).toBe(5)
    expect(weeksOf(reading.plan)[0]?.notes).toEqual(['Goal 30 km, 5 runs'])
  })

  test('a text without any week or day is unread, and says so', () => {
    const text = 'Running is good for you.\nTry it!\n'
    const reading = read(text)
    expect(reading.coverage).toEqual({ characters: text.length, structured: 0, notes: 0, unread: text.length })
    expect(reading.findings.map(({ level, rule }) => `${level} ${rule}`)).toEqual(['error unread'])
  })
})

describe('the race of a page', () => {
  const races = (text: string) => read(text).plan.races.map(({ name }) => name)
  test.each([
    ['Advanced 5k Training Plan | 12 weeks', '5K'],
    ['HALF MARATHON - TEN WEEKS', 'hm'],
    ['800 METRES: SEVEN WEEKS', '800m'],
    ['Ten miles in six weeks', '10mi'],
    ['Mile in six weeks', 'mile'],
    ['From 5K to 10K', '10K'],
    ['Your first marathon', 'marathon'],
    ['INDOOR 1500 m BLOCK', '1500m'],
  ])('%s', (title, race) => {
    expect(races(`${title}\n\nWeek 1\n${DAYS}`)).toEqual([race])
  })

  test('of its last race, where the title does not say', () => {
    expect(races(`My plan\n\nWeek 1\n${DAYS}Sat: 5 km race\n\nWeek 2\n${DAYS}Sun: 10 km race\n`)).toEqual(['10K'])
    expect(races(`My plan\n\nWeek 1\n${DAYS}`)).toEqual([])
  })

  test('is implied on a day that only says race', () => {
    const reading = read(`5K plan\n\nWeek 1\n${DAYS}SundayRACE DAY!\n`)
    expect(weeksOf(reading.plan)[0]?.sessions.at(-1)?.workout).toMatchObject({
      kind: 'race',
      steps: [{ role: 'race', extent: { kind: 'distance', distance: 5000 }, implied: true }],
    })
  })

  test('is told from its bare name where nothing else can be meant', () => {
    const last = (text: string) => weeksOf(read(text).plan).at(-1)?.sessions.at(-1)?.workout.kind
    expect(last(`HALF MARATHON\n\nWeek 1\n${DAYS}Sun: HALF MARATHON!\n`)).toBe('race')
    expect(last(`10K plan\n\nWeek 1\n${DAYS}Sun: 10K\n`)).toBe('race')
    const second = weeksOf(read(`10K plan\n\nWeek 1\n${DAYS}Sun: 10K\n\nWeek 2\n${DAYS}`).plan)[0]
    expect(second?.sessions.at(-1)?.workout.kind).toBe('run')
  })
})

describe('places', () => {
  const text = `5K plan\n\nBase: Weeks 1-2\n\nWeek 1\n${DAYS}Total: 9 miles\n\nWeek 2\nMon AM: 3 miles\nMon PM: gym\n`
  const reading = read(text)
  const at = (place: Parameters<PlanReading['spanOf']>[0]): string | undefined => {
    const span = reading.spanOf(place)
    return span && text.slice(span.from, span.to).trim()
  }
  test('of phases, weeks, days and sessions', () => {
    expect(at({ kind: 'phase', phase: 0 })).toMatch(/^Base: Weeks 1-2[^]*gym$/)
    expect(at({ kind: 'week', week: 0 })).toBe(`Week 1\n${DAYS}Total: 9 miles`)
    expect(at({ kind: 'day', week: 0, day: 'Tue' })).toBe('5 miles easy')
    expect(at({ kind: 'day', week: 1, day: 'Mon' })).toMatch(/^3 miles[^]*gym$/)
    expect(at({ kind: 'session', week: 1, session: 1 })).toBe('gym')
    expect(at({ kind: 'session', week: 1, session: 9 })).toBeUndefined()
    expect(at({ kind: 'day', week: 0, day: 'Sun' })).toBeUndefined()
  })
})

describe('any text', () => {
  const fragment = fc.oneof(
    fc.constantFrom(
      'Week 1',
      'Week 2 (40 km)',
      'Weeks 3-5',
      '3 weeks out',
      'Mon: ',
      'Tuesday - ',
      'T 5',
      'Sun',
      'Day 9: ',
      '| ',
      '\t',
      '   ',
      '\n',
      '\n\n',
      '8 miles easy',
      '6 x 400 m @ 5K, 200 m jog',
      'AM ',
      'PM: ',
      'rest',
      'Total: 30 miles',
      '= 20 km',
      'Base phase',
      '(',
      ')',
      '[6]',
      '- ',
      '• ',
      'KEY\nE = easy\n',
      'jg = jog',
      'A figure on its own is miles.',
      '<br>',
      '**',
      '\u00a0',
      '\ud800',
      '🏃',
      '１０',
      '| Wk | Mon | Tue | Wed |\n',
      '|---|---|---|',
      'Day | AM | PM\n',
      'Week,Mon,Tue,Wed\n',
      'repeat week 1',
      'RACE',
      'x',
      '-',
      'same as week 2',
      'Mon  5      Mon  6',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const page = fc.array(fragment, { maxLength: 60 }).map((pieces) => pieces.join(''))

  test('is read with every character counted once and every place inside it', () => {
    fc.assert(
      fc.property(page, (text) => {
        const { plan, spanOf, findings, coverage } = read(text)
        const { characters, structured, notes, unread } = coverage
        expect(characters).toBe(text.length)
        expect(structured + notes + unread).toBe(characters)
        expect(Math.min(structured, notes, unread)).toBeGreaterThanOrEqual(0)
        const inside = (span: { from: number; to: number } | undefined): boolean =>
          span !== undefined && span.from >= 0 && span.from <= span.to && span.to <= text.length
        expect(findings.every(inside)).toBe(true)
        weeksOf(plan).forEach((week, index) => {
          expect(inside(spanOf({ kind: 'week', week: index }))).toBe(true)
          week.sessions.forEach((_, session) =>
            expect(inside(spanOf({ kind: 'session', week: index, session }))).toBe(true),
          )
        })
      }),
      { numRuns: 400 },
    )
  })

  const filled = (piece: string, size = 60_000): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
  test.each<[string, string]>([
    ['newlines', filled('\n')],
    ['bullets', `Week 1\nMon: 5\n${filled('• a\n')}`],
    ['headings of weeks', `Mon: 5\n${filled('Week 7\n')}`],
    ['headings of tables', filled('| Day | AM | PM |\n')],
    ['days', filled('Mon: 5\n')],
    ['one day', `Week 1\nMon: ${filled('8 x 400 m, ')}`],
    ['brackets', `Week 1\nMon: ${filled('(')}\nTue: 5\nWed: 6`],
    ['digits', `Week 1\nMon: ${filled('1234567890')}\nTue: 5\nWed: 6`],
    ['lone surrogates', `Week 1\nMon: ${filled('\ud800')}\nTue: 5\nWed: 6`],
    ['columns', `| Wk |${filled(' Mon |')}\n| 1 |${filled(' 5 |')}\n`],
    ['totals', `Week 1\nMon: 5\n${filled('Total: 30 miles\n')}`],
    ['blocks', filled('Weeks 1-50\nMon: 5\n')],
  ])('a page of %s is read whole', (_name, text) => {
    const { coverage, findings } = read(text)
    expect(coverage.structured + coverage.notes + coverage.unread).toBe(text.length)
    const counts = new Map<string, number>()
    for (const { rule, level } of findings) counts.set(`${rule} ${level}`, (counts.get(`${rule} ${level}`) ?? 0) + 1)
    expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(MOST_FINDINGS + 1)
  })
})
