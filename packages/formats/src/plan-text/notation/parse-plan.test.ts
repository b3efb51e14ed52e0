import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { WorkoutReading } from '../reading.ts'
import { isNotation } from './is-notation.ts'
import { makePlan } from './make-plan.ts'
import { parsePlan } from './parse-plan.ts'
import { parseWorkout } from './parse-workout.ts'

const SAMPLE = `# for the club
plan    Sample  # 2026
race    1500m heat
race    800m B
units   km
paces   equivalent
follows 000 002
pace    T = 5K+10..15s/km
note "bring spikes"

strength A   30min "fast up"
  note "no failure"
  back squat 2 x 4 @RPE7, rest 3min  # belt
plyometrics P
  pogo jump 3 x 20

week 1   62km
  # the first
  objective "rhythm"  # R141
  allow R39 "coming back from a break"
  Mon am    9km easy "relaxed"
  Mon 18:30 strength A
    allow R104 "hard days hard"
  any       rest or cross 30min bike

phase Race
  note "sleep"
week 2 race   27km
  Sun       race 1500m final
# the end
`

const without = (text: string, mark: string): string => text.replaceAll(mark, '')

describe('what a plan says', () => {
  const { plan, findings, unread, spanOf } = parsePlan(SAMPLE)
  const [build, race] = plan.phases

  test('nothing is left over, and printing it changes nothing', () => {
    expect(findings).toEqual([])
    expect(unread).toEqual([])
    expect(makePlan(plan)).toBe(SAMPLE)
  })

  test('the header', () => {
    expect(plan).toMatchObject({
      name: 'Sample',
      unit: 'km',
      paces: 'equivalent',
      follows: ['000', '002'],
      races: [
        { name: '1500m', distance: 1500, detail: { round: 'heat' } },
        { name: '800m', distance: 800, detail: { priority: 'B' } },
      ],
      definitions: [{ pace: 'threshold', base: '5K', from: 10, to: 15, per: 'km' }],
      notes: ['bring spikes'],
      margin: { before: ['for the club'], after: '2026' },
      closing: ['the end'],
    })
  })

  test('named sessions know what their exercises are', () => {
    expect(plan.library).toMatchObject([
      {
        kind: 'strength',
        name: 'A',
        cue: 'fast up',
        notes: ['no failure'],
        lines: [{ workout: { kind: 'strength' } }],
      },
      { kind: 'plyometrics', name: 'P', lines: [{ workout: { kind: 'plyometrics' } }] },
    ])
    expect(plan.library[0]?.lines[0]?.margin).toEqual({ after: 'belt' })
  })

  test('weeks, days and what stands under them', () => {
    const [week] = build?.weeks ?? []
    expect(build?.name).toBeNull()
    expect(race).toMatchObject({ name: 'Race', notes: ['sleep'], weeks: [{ number: 2, kind: 'race' }] })
    expect(week).toMatchObject({
      objective: 'rhythm',
      objectiveMargin: { before: ['the first'], after: 'R141' },
      allows: [{ rule: 'R39', reason: 'coming back from a break' }],
    })
    expect(week?.sessions.map(({ day, slot, clock }) => [day, slot, clock])).toEqual([
      ['Mon', 'am', undefined],
      ['Mon', 'pm', 18 * 60 + 30],
      ['any', null, undefined],
    ])
    expect(week?.sessions[1]?.allows).toEqual([{ rule: 'R104', reason: 'hard days hard' }])
  })

  test('where each part stands', () => {
    const textAt = (place: Parameters<typeof spanOf>[0]) => {
      const span = spanOf(place)
      return span && SAMPLE.slice(span.from, span.to)
    }
    expect(textAt({ kind: 'plan' })).toBe('plan    Sample')
    expect(textAt({ kind: 'phase', phase: 1 })).toBe('phase Race')
    expect(textAt({ kind: 'week', week: 1 })).toBe('week 2 race   27km')
    expect(textAt({ kind: 'session', week: 0, session: 1 })).toBe('Mon 18:30 strength A')
    expect(textAt({ kind: 'day', week: 0, day: 'Mon' })).toMatch(/^Mon am[^]*strength A$/)
    expect(textAt({ kind: 'day', week: 0, day: 'Tue' })).toBeUndefined()
    expect(textAt({ kind: 'session', week: 7, session: 0 })).toBeUndefined()
  })
})

describe('text as it comes', () => {
  const { plan } = parsePlan(SAMPLE)

  test.each([
    ['CRLF', SAMPLE.replaceAll('\n', '\r\n')],
    ['CR', SAMPLE.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${SAMPLE}`],
    ['tabs', SAMPLE.replaceAll('  ', '\t')],
    ['non-breaking spaces', SAMPLE.replaceAll(/(?<!#) (?!\s*#)/g, '\u00A0')],
    ['spaces at the ends of lines', SAMPLE.replaceAll('\n', '  \n')],
    ['capitals', SAMPLE.replace('plan', 'Plan').replace('Mon am', 'MON AM').replace('week 1', 'Week 1')],
  ])('%s changes nothing', (_, text) => {
    const reading = parsePlan(text)
    expect(reading.findings).toEqual([])
    const names = (value: unknown) => JSON.stringify(value).replaceAll('\u00A0', ' ')
    expect(names(reading.plan)).toBe(names(plan))
  })

  test('offsets count the text as it was given', () => {
    const text = `\uFEFFweek 1\r\n\tMon 8mi easy\r\n`
    const span = parsePlan(text).spanOf({ kind: 'session', week: 0, session: 0 })
    expect(span && text.slice(span.from, span.to)).toBe('Mon 8mi easy')
  })

  test('the unit is the first that the plan uses where none is stated, and that is said', () => {
    const { plan: guessed, findings } = parsePlan('week 1\n  Mon 8mi easy\n')
    expect(guessed.unit).toBe('mi')
    expect(findings).toMatchObject([{ rule: 'unit-guess', level: 'note' }])
    expect(parsePlan('').findings).toEqual([])
  })
})

describe('lines that do not follow the grammar', () => {
  test.each([
    ['  Tue 8mi with 5 x 1000m @X\n', '@X', 'pace'],
    ['  Tues 8mi easy\n', 'Tues 8mi easy', 'a day'],
    ['  Tue\n', '', 'a length'],
    ['  race 5K\n', 'race 5K', 'under a week'],
    ['race fast\n', 'fast', 'a race distance'],
    ['paces furlong\n', 'furlong', '`offsets`'],
    ['units mi\n', 'units mi', 'once'],
    ['pace T = 5K\n', '', '`+` or `-`'],
    ['note bring spikes\n', 'bring', 'quotes'],
    ['  allow R1\n', '', 'reason'],
    ['nonsense\n', 'nonsense', 'a line of a plan'],
    ['objective "of no week"\n', 'objective "of no week"', 'under a week'],
    ['note "never closed\n', '', 'closing quote'],
  ])('%j is a finding, the rest is read', (line, found, expected) => {
    const text = `units km\nweek 1\n  Mon 8km easy\n${line}  Wed 6km easy\n`
    const { plan, findings, unread } = parsePlan(text)
    expect(findings).toMatchObject([{ rule: 'syntax', level: 'error' }])
    const [finding] = findings
    expect(text.slice(finding?.from, finding?.to)).toBe(found.replace('@', ''))
    expect(finding?.message).toContain(expected)
    expect(unread.map(({ from, to }) => text.slice(from, to))).toEqual([line.trim()])
    expect(plan.phases[0]?.weeks[0]?.sessions.map(({ day }) => day)).toEqual(['Mon', 'Wed'])
  })

  test('a week that is half understood still holds its days', () => {
    const { plan, findings } = parsePlan(
      'units km\nweek 1\nweek 2 recovry 43km\n  Mon 8km easy\nweek\n  Tue 8km easy\n',
    )
    expect(plan.phases[0]?.weeks).toMatchObject([
      { number: 1, sessions: [] },
      { number: 2, kind: null, statedTotal: null, sessions: [{ day: 'Mon' }] },
      { number: 3, sessions: [{ day: 'Tue' }] },
    ])
    expect(findings).toHaveLength(2)
  })

  test('what hangs on a line that was not read is not hung elsewhere', () => {
    const text = 'units km\nstrength 30min\n  squat 3 x 8\nweek 1\n  Mon 8 miles\n    allow R1 "x"\n  Tue 8km easy\n'
    const { plan, findings, unread } = parsePlan(text)
    expect(unread.map(({ from, to }) => text.slice(from, to))).toEqual([
      'strength 30min',
      'squat 3 x 8',
      'Mon 8 miles',
      'allow R1 "x"',
    ])
    expect(findings).toHaveLength(4)
    expect(plan.library).toEqual([])
    expect(plan.phases[0]?.weeks[0]?.allows).toBeUndefined()
  })

  test('a comment beside a wrong line stays', () => {
    expect(parsePlan('units km\nnonsense # but kept\nweek 1\n').plan.phases[0]?.weeks[0]?.margin).toEqual({
      before: ['but kept'],
    })
  })

  test('a tolerant reader may read what is not notation, and its spans are those of the text', () => {
    const text = 'units mi\nweek 1\n  Mon 8 miles easy, I think\n  Tue gibberish\n'
    const tolerant = (line: string, offset: number): WorkoutReading | undefined => {
      const read = parseWorkout('8mi easy')
      if (!read.ok || !line.includes('miles')) return undefined
      const unread = { from: offset + line.indexOf(','), to: offset + line.length }
      return {
        workout: read.value,
        findings: [{ level: 'warning', rule: 'unread', message: 'left over', ...unread }],
        unread: [unread],
      }
    }
    const { plan, findings, unread } = parsePlan(text, tolerant)
    expect(plan.phases[0]?.weeks[0]?.sessions).toHaveLength(1)
    expect(findings).toMatchObject([
      { level: 'note', rule: 'syntax', message: 'not in the notation; read as `8mi easy`' },
      { level: 'warning', rule: 'unread' },
      { level: 'error', rule: 'syntax' },
    ])
    expect(unread.map(({ from, to }) => text.slice(from, to))).toEqual([', I think', 'Tue gibberish'])
  })

  test('thousands of wrong lines are told one by one as far as anyone reads, then counted', () => {
    const { findings, unread } = parsePlan('nonsense\n'.repeat(2000))
    expect(findings.at(-1)?.message).toBe('1500 more lines do not follow the notation')
    expect(unread).toHaveLength(2000)
  })
})

describe('which texts are notation', () => {
  test.each([
    ['a whole plan', SAMPLE, true],
    ['weeks and days alone', 'week 1\n  Mon 8mi easy\n  Tue 9mi with 20min tempo\n', true],
    ['a header with sessions in prose', 'plan X\nunits mi\nweek 1\n  Mon 8 miles easy\n', true],
    ['a page', 'Week 1\n\nMonday: 8 miles easy run\nTuesday: 8 miles with 5 x 1000m\nWeekly Total: 51 miles\n', false],
    ['a table in small letters', 'week 1\n Mon 8 miles easy\n Tue 5x800 w/ 400 jog\n', false],
    ['prose that begins like a line', 'plan to run more\nthan last year, which was hard.\nSee you there.\n', false],
    ['a line that begins like one', 'plan to run more', false],
    ['a headline', 'race 5K faster', false],
    ['one prescription', '8mi with 5 x 1000m @T, jog 200m', false],
    ['nothing', '', false],
  ])('%s', (_, text, expected) => {
    expect(isNotation(text)).toBe(expected)
  })
})

describe('the plans that come with Bell Lap', () => {
  const folder = join(import.meta.dirname, '../../../../../plans')
  const files = readdirSync(folder).filter((file) => file.endsWith('.plan'))

  test.each(files)('%s is canonical and read without a finding', (file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const { plan, findings, unread } = parsePlan(text)
    expect(findings).toEqual([])
    expect(unread).toEqual([])
    expect(makePlan(plan)).toBe(text)
    expect(isNotation(text)).toBe(true)
  })

  test('the advanced 5K plan holds twelve weeks of seven days with the totals of its source (R26 to R37)', () => {
    const { plan } = parsePlan(readFileSync(join(folder, 'advanced-5k.plan'), 'utf8'))
    const weeks = plan.phases.flatMap((phase) => phase.weeks)
    const mile = 1609.344
    const totals = weeks.map(({ statedTotal }) =>
      statedTotal?.kind === 'distance' ? Math.round((statedTotal.distance / mile) * 1000) / 1000 : null,
    )
    expect(totals).toEqual([51, 53, 57, 43, 59, 61, 65, 50, 64, 67, 58, 28])
    const sums = weeks.map(({ sessions }) =>
      sessions.reduce((sum, { workout }) => {
        const [first] = workout.steps
        const extent = workout.total?.extent ?? (first?.kind === 'step' && first.role !== 'race' ? first.extent : null)
        return sum + (extent?.kind === 'distance' ? extent.distance / mile : 0)
      }, 0),
    )
    expect(sums.map((sum) => Math.round(sum * 1000) / 1000)).toEqual(totals)
    expect(weeks.map(({ sessions }) => new Set(sessions.map(({ day }) => day)).size)).toEqual(
      Array.from({ length: 12 }, () => 7),
    )
    expect(weeks.map(({ kind }) => kind)).toEqual([
      null,
      null,
      null,
      'recovery',
      null,
      null,
      null,
      'recovery',
      null,
      null,
      'peak',
      'race',
    ])
    expect(plan.phases.map(({ name, weeks: own }) => [name, own.length])).toEqual([
      ['Build', 4],
      ['Speed', 4],
      ['Race-specific', 3],
      ['Taper', 1],
    ])
    expect(weeks.every(({ objective }) => objective !== null)).toBe(true)
    expect(weeks.flatMap(({ sessions }) => sessions).some(({ workout }) => workout.kind === 'strength')).toBe(false)
  })

  test('the strength plan holds every exercise of day A and day B (R91 to R103)', () => {
    const { plan } = parsePlan(readFileSync(join(folder, 'strength-5k.plan'), 'utf8'))
    const names = plan.library.map(({ lines }) =>
      lines.flatMap(({ workout }) => workout.steps.map((part) => (part.kind === 'exercise' ? part.name : part.kind))),
    )
    expect(names).toEqual([
      ['step', 'back squat', 'romanian deadlift', 'box jump', 'side plank'],
      ['step', 'split squat', 'single-leg romanian deadlift', 'calf raise', 'pallof press'],
    ])
    expect(plan.phases[0]?.weeks[0]?.sessions.map(({ workout }) => workout.steps)).toMatchObject([
      [{ kind: 'other', activity: 'strength', name: 'A' }],
      [{ kind: 'other', activity: 'strength', name: 'B' }],
    ])
  })
})

const DESIGN = join(import.meta.dirname, '../../../../../../shared/design/plans')

describe.skipIf(!existsSync(DESIGN))('the plans of the design (skipped where ../shared is absent)', () => {
  const files = existsSync(DESIGN) ? readdirSync(DESIGN).filter((file) => file.endsWith('.plan')) : []

  test.each(files)('%s is read without a finding, and printing what was printed changes nothing', (file) => {
    const text = readFileSync(join(DESIGN, file), 'utf8')
    const { plan, findings, unread } = parsePlan(text)
    expect(findings).toEqual([])
    expect(unread).toEqual([])
    const printed = makePlan(plan)
    expect(parsePlan(printed).plan).toEqual(plan)
    expect(makePlan(parsePlan(printed).plan)).toBe(printed)
    const squeezed = (lines: string) => without(lines, ' ').replaceAll(/\n+/g, '\n')
    expect(squeezed(printed)).toBe(squeezed(text.endsWith('\n') ? text : `${text}\n`))
  })
})
