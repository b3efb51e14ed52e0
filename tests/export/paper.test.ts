import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Season } from '../../packages/core/src/season/season.ts'
import { exportSeason, type MadeTarget } from '../../packages/formats/src/export/season.ts'
import { planArbitrary } from '../../packages/formats/src/plan-text/notation/plan.arbitrary.ts'
import { athlete, dayOf, planFile, prescribedIn, seasonAsWritten, seasonOf, workoutOf } from './session.ts'
import { runs } from './seed.ts'

const textsOf = (season: Season, target: MadeTarget): ReadonlyMap<string, string> =>
  new Map(
    exportSeason(season, target, { made: '2026-12-21T08:00:00Z' }).files.map(({ name, content }) => [
      name,
      typeof content === 'string' ? content : '',
    ]),
  )

const season = seasonAsWritten(planFile('advanced-5k.plan'), dayOf('2026-12-28'))

const ELEMENTS = new Set([
  'html',
  'head',
  'meta',
  'title',
  'style',
  'body',
  'section',
  'header',
  'h1',
  'h2',
  'h3',
  'p',
  'em',
  'b',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'span',
  'div',
  'article',
  'ol',
  'ul',
  'li',
])
const VOID = new Set(['meta'])

/** Elements of a page; throws where one is not known, not closed, or carries anything but a class of ours. */
const elementsOf = (page: string): readonly string[] => {
  const body = page.replace(/<style>[^<]*<\/style>/, '<style></style>').replace('<!doctype html>', '')
  const open: string[] = []
  const all: string[] = []
  for (const [tag, close, name = '', rest = ''] of body.matchAll(/<(\/?)([a-z]\w*)([^<>]*)>|[<>]/g)) {
    if (name === '') throw new Error(`a bare ${tag}`)
    if (!ELEMENTS.has(name)) throw new Error(`${tag} is not one of ours`)
    if (close === '/') {
      if (open.pop() !== name) throw new Error(`${tag} closes nothing`)
      continue
    }
    all.push(name)
    if (!VOID.has(name)) open.push(name)
    if (name !== 'meta' && !/^( class="[a-z ]+"| lang="en")?$/.test(rest)) throw new Error(`${tag} carries something`)
  }
  if (open.length > 0) throw new Error(`${open.join()} left open`)
  return all
}

describe('a season on paper', () => {
  const pages = textsOf(season, 'html')

  test('is one page for all, and one a week', () => {
    expect([...pages.keys()]).toEqual([
      'season.html',
      ...season.weeks.map(({ number }, index) => {
        const monday = Temporal.PlainDate.from('2026-12-28').add({ weeks: index })
        return `w${String(number).padStart(2, '0')}-${monday.toString()}.html`
      }),
    ])
  })

  test('needs nothing from anywhere, and says so', () => {
    for (const page of pages.values()) {
      expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
      expect(page).not.toMatch(/<script|<img|<link|url\(|@import|https?:|\son\w+=/i)
      expect(page).toContain('@page{')
      expect(page).toContain('@media print{')
      expect(elementsOf(page).length).toBeGreaterThan(20)
    }
  })

  test('names each session once in its week, with the athlete’s own figures', () => {
    const page = pages.get('season.html') ?? ''
    const names = [...page.matchAll(/<span class="name">/g)]
    expect(names).toHaveLength(prescribedIn(season).length)
    expect(page).toContain('1000m @T: ')
  })

  test('a card says sets as a coach does, and has the times on the way', () => {
    const page = textsOf(seasonOf(workoutOf('8mi with 5 x 1000m @5K, jog 200m "drive the arms"')), 'html').get(
      'season.html',
    )
    expect(page).toContain('<b>5 times</b>')
    expect(page).toContain('between: <span>jog 200m</span>')
    expect(page).toContain(
      '<tr><th>on the way</th><th>200 m</th><th>400 m</th><th>600 m</th><th>800 m</th><th>all</th></tr>',
    )
    expect(page).toContain('<td>0:48</td><td>1:36</td>')
    expect(page).toContain('<b>drive the arms</b>')
  })

  test('a box for each set of strength', () => {
    const page =
      textsOf(seasonOf(workoutOf('back squat 4 x 5 @RPE8, rest 3min + side plank 3 x 30s')), 'html').get(
        'season.html',
      ) ?? ''
    expect(page.split('<article>')[1]?.match(/class="box"/g)).toHaveLength(7)
  })

  test('miles for who reads miles, metres on the track for both', () => {
    const page = (unit: 'km' | 'mi') =>
      textsOf(seasonAsWritten(planFile('advanced-5k.plan'), dayOf('2026-12-28'), { ...athlete, unit }), 'html').get(
        'season.html',
      ) ?? ''
    expect(page('mi')).toMatch(/\d:\d\d\/mi/)
    expect(page('mi')).not.toMatch(/\d\/km/)
    expect(page('km')).toMatch(/\d:\d\d\/km/)
    expect(page('km')).toContain('1000m @T')
  })

  test('markup in a plan is text on the page, and formulas are text in the tables', () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>"\' & =cmd|calc'
    const hostile: Season = {
      ...seasonOf({ ...workoutOf('3 x 1km @T, jog 200m'), cue: evil }, { ...athlete, name: evil }),
      race: { name: evil, day: dayOf('2027-03-21') },
    }
    for (const page of textsOf(hostile, 'html').values()) {
      expect(elementsOf(page).length).toBeGreaterThan(20)
      expect(page).not.toContain('<script>alert')
    }
  })

  test('whatever a plan says, the pages close what they open', () => {
    fc.assert(
      fc.property(planArbitrary(), (plan) => {
        for (const page of textsOf(seasonAsWritten(plan, dayOf('2026-12-28')), 'html').values()) elementsOf(page)
      }),
      runs('plans to paper', 60, 2000),
    )
  })
})

describe('a season as tables', () => {
  test('one row a session, one row a step', () => {
    const files = textsOf(season, 'csv')
    const rows = (name: string): readonly string[] => (files.get(name) ?? '').split('\r\n').slice(1, -1)
    const steps = prescribedIn(season).flatMap(
      ({ prescription }) => JSON.stringify(prescription.parts).match(/"kind":"step"/g) ?? [],
    )
    expect(rows('sessions.csv')).toHaveLength(prescribedIn(season).length)
    expect(rows('steps.csv')).toHaveLength(steps.length)
    expect(rows('sessions.csv')[1]).toMatch(
      /^1,,,2026-12-29,Tue,am,07:00,w1-2,run,easy,"8mi with 5 x 1000m @T, jog 200m"/,
    )
  })
})
