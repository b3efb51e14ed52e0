import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Season } from '../../packages/core/src/season/season.ts'
import { exportSeason } from '../../packages/formats/src/export/season.ts'
import { workoutArbitrary } from '../../packages/formats/src/plan-text/notation/workout.arbitrary.ts'
import { athlete, dayOf, planFile, seasonAsWritten, seasonOf, workoutOf } from './session.ts'
import { runs } from './seed.ts'

const made = (season: Season) => {
  const { files, report } = exportSeason(season, 'zwo', { made: '2026-12-21T08:00:00Z' })
  const texts = new Map(files.map(({ name, content }) => [name, content]))
  return report.sessions.map((session) => {
    const text = texts.get(session.files[0] ?? '')
    return { ...session, text: typeof text === 'string' ? text : '' }
  })
}
const one = (workout: string, who = athlete) => {
  const [session] = made(seasonOf(workoutOf(workout), who))
  if (!session) throw new Error('no session')
  return session
}

const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')

interface Element {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly text: string
}

/** Well-formed or thrown: tags that close one another, attributes in quotes, no stray markup. */
const elementsOf = (xml: string): readonly Element[] => {
  const elements: Element[] = []
  const open: string[] = []
  const rest = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '')
  for (const [whole, close, name = '', attributes = '', empty, text] of rest.matchAll(
    /<(\/?)(\w+)((?:\s\w+="[^"<]*")*)(\/?)>|([^<]+)/g,
  )) {
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`stray & in ${text}`)
      continue
    }
    if (close === '/') {
      if (open.pop() !== name) throw new Error(`${whole} closes nothing`)
      continue
    }
    if (empty !== '/') open.push(name)
    const after = rest.slice(rest.indexOf(whole) + whole.length)
    elements.push({
      name,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/\s(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, unescaped(value)]),
      ),
      text: unescaped(/^[^<]*/.exec(after)?.[0] ?? ''),
    })
  }
  if (open.length > 0) throw new Error(`${open.join()} left open`)
  if (rest.replaceAll(/<\/?\w+(?:\s\w+="[^"<]*")*\/?>|[^<]+/g, '') !== '') throw new Error('stray markup')
  return elements
}

const named = (xml: string, name: string): readonly Element[] => elementsOf(xml).filter((each) => each.name === name)

describe('running workouts for Zwift', () => {
  test('are running, in one measure, with paces as shares of 5K pace', () => {
    const { text, fate } = one('2km warmup + 5 x 1000m @5K, jog 200m after each + 2km cooldown')
    expect(named(text, 'sportType')[0]?.text).toBe('run')
    expect(named(text, 'durationType')[0]?.text).toBe('distance')
    expect(named(text, 'IntervalsT')[0]?.attributes).toMatchObject({
      Repeat: '5',
      OnDuration: '1000',
      OffDuration: '200',
      OnPower: '1',
      pace: '1',
    })
    expect(named(text, 'SteadyState').map(({ attributes }) => attributes['Duration'])).toEqual(['2000', '2000'])
    expect(named(text, 'description')[0]?.text).toContain('5K of 20:00')
    expect(fate).toMatchObject({ kind: 'degraded' })
  })

  test('steps of the other measure are counted over by their pace', () => {
    const { text } = one('20min tempo @5K + 1000m @5K + 10min tempo @5K')
    expect(named(text, 'durationType')[0]?.text).toBe('time')
    expect(named(text, 'SteadyState').map(({ attributes }) => Number(attributes['Duration']))).toEqual([1200, 240, 600])
  })

  test('sets that are not two steps in turn are written out', () => {
    const { text } = one('2 x (1km @T + 500m @5K + 200m @mile)')
    expect(named(text, 'SteadyState').map(({ attributes }) => attributes['Duration'])).toEqual([
      '1000',
      '500',
      '200',
      '1000',
      '500',
      '200',
    ])
  })

  test.each([
    ['6 x 150m @mile, full recovery', /until recovered/],
    ['back squat 4 x 5', /running and cycling/],
    ['6 x 100m strides, jog 100m', /has no pace/],
  ])('%s is refused, and why', (workout, because) => {
    const { fate, files } = one(workout)
    expect(files).toEqual([])
    expect(fate.kind === 'refused' && fate.because).toMatch(because)
  })

  test('without a mark there is nothing to count from', () => {
    expect(one('5 x 1km @5K, jog 200m', { marks: [] }).fate).toMatchObject({ kind: 'refused' })
  })

  test('the advanced 5K: each session made or refused with a reason', () => {
    for (const { text, fate } of made(seasonAsWritten(planFile('advanced-5k.plan'), dayOf('2026-12-28')))) {
      if (fate.kind === 'refused') expect(fate.because).toMatch(/button|pace|running/)
      else expect(elementsOf(text).length).toBeGreaterThan(8)
    }
  })

  test('whatever a plan says, the file is well-formed', () => {
    fc.assert(
      fc.property(workoutArbitrary(), (workout) => {
        for (const { text, fate } of made(seasonOf({ ...workout, kind: 'run' })))
          if (fate.kind !== 'refused') expect(elementsOf(text).length).toBeGreaterThan(7)
      }),
      runs('workouts to ZWO', 400, 10_000),
    )
  })
})
