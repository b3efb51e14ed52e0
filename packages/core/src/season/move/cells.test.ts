import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../calendar/day.ts'
import { minutes } from '../../units/duration.ts'
import type { Season } from '../season.ts'
import { moveSession } from '../place/move.ts'
import { movedSessions } from './apply.ts'
import { moveAt, movesOf, type Cell } from './cells.ts'
import { closedText, touchedText } from './say.ts'
import { busyWeek, MONDAY, seasonOf } from './season.arbitrary.ts'
import { placeOf, weekProblem } from './week-problem.ts'

const TODAY = addDays(MONDAY, 7)

const cellsOf = (season: Season, session: string, done: readonly string[] = []): readonly Cell[] => {
  const cells = movesOf({ season, base: season, session, today: TODAY, done: new Set(done) })
  if (!cells.ok) throw new Error(cells.fault.code)
  return cells.value
}

const cellOn = (cells: readonly Cell[], on: number, slot: 'am' | 'pm'): Cell => {
  const cell = cells.find(({ to }) => to.day === MONDAY + on && to.slot === slot)
  if (!cell) throw new Error(`no cell on ${on} ${slot}`)
  return cell
}

const session = (season: Season, id: string) => {
  const found = season.weeks.flatMap(({ sessions }) => sessions).find((each) => each.id === id)
  if (!found) throw new Error(id)
  return found
}

const told = (season: Season, id: string, cell: Cell): readonly string[] =>
  [...cell.breaks, ...cell.touches].map((rule) =>
    touchedText(rule, { session: session(season, id), cell, nameOf: (each) => each.id }),
  )

describe('cells of a move', () => {
  const season = seasonOf([
    { id: 'key', on: 10, slot: 'am', hardness: 'key' },
    { id: 'A', on: 8, slot: 'pm', hardness: 'heavy-strength', takes: 30 },
    { id: 'easy', on: 9, slot: 'am', hardness: 'easy' },
    { id: 'next', on: 15, slot: 'am', hardness: 'easy' },
  ])

  test('are those of the session’s own week and of its neighbours, past weeks left out', () => {
    const cells = cellsOf(season, 'A')
    expect(cells).toHaveLength(28)
    expect(cells.filter(({ here }) => here).map(({ to }) => to)).toEqual([{ day: MONDAY + 8, slot: 'pm' }])
  })

  test('say the hours that a limit misses, and from whom it is', () => {
    const cell = cellOn(cellsOf(season, 'A'), 9, 'pm')
    expect(cell.legal).toBe(false)
    expect(told(season, 'A', cell)[0]).toBe('key starts 12.5 h after it ends; key sessions need 24 h at least (R105).')
    const key = cellOn(cellsOf(season, 'key'), 9, 'pm')
    expect(told(season, 'key', key)).toContain('23.5 h after A ends; key sessions need 24 h at least (R105).')
  })

  test('say who stands there already, in the next week too', () => {
    expect(told(season, 'key', cellOn(cellsOf(season, 'key'), 9, 'am'))[0]).toBe('Wed am has easy already.')
    expect(told(season, 'key', cellOn(cellsOf(season, 'key'), 15, 'am'))[0]).toBe('Tue am has next already.')
    expect(cellOn(cellsOf(season, 'key'), 15, 'pm').legal).toBe(true)
  })

  test('are closed where nothing can be done, and say why', () => {
    const closed = seasonOf(
      [
        { id: 'run', on: 8, slot: 'am', hardness: 'easy' },
        { id: 'late', on: 12, slot: 'am', hardness: 'easy' },
      ],
      {
        blackout: ['2027-02-11'],
        doubles: false,
        availability: {
          Tue: { am: minutes(60), pm: minutes(50) },
          Wed: { pm: minutes(60) },
          Thu: { am: minutes(60) },
          Sat: { am: minutes(60) },
        },
      },
    )
    const cells = movesOf({ season: closed, base: closed, session: 'late', today: addDays(MONDAY, 8) })
    if (!cells.ok) throw new Error('the session moves')
    const because = (on: number, slot: 'am' | 'pm') => cellOn(cells.value, on, slot).closed
    expect(because(7, 'am')).toBe('past')
    expect(because(10, 'am')).toBe('blackout')
    expect(because(8, 'pm')).toBe('one-a-day')
    expect(because(9, 'am')).toBe('no-time')
    expect(because(9, 'pm')).toBeNull()
    expect(because(14, 'am')).toBe('no-time')
    expect(closedText('no-time', { day: addDays(MONDAY, 9), slot: 'am' })).toBe(
      'There is no time for training on Wed am.',
    )
  })

  test('what is done, past, locked or a race does not move, and does not move along', () => {
    const asked = (id: string, more: object = {}) =>
      movesOf({ season, base: season, session: id, today: TODAY, ...more })
    expect(asked('race')).toEqual({ ok: false, fault: { code: 'race' } })
    expect(asked('key', { done: new Set(['key']) })).toEqual({ ok: false, fault: { code: 'done' } })
    expect(asked('A', { today: addDays(MONDAY, 9) })).toEqual({ ok: false, fault: { code: 'past' } })
    expect(asked('nobody')).toEqual({ ok: false, fault: { code: 'unknown-session' } })
    for (const cell of cellsOf(season, 'A', ['key']))
      expect(cell.repair?.map((move) => move.session.id) ?? []).not.toContain('key')
  })

  test('what the week breaks already is no limit to a move that has nothing to do with it', () => {
    const broken = seasonOf([
      { id: 'A', on: 9, slot: 'pm', hardness: 'heavy-strength' },
      { id: 'key', on: 10, slot: 'am', hardness: 'key' },
      { id: 'easy', on: 7, slot: 'am', hardness: 'easy' },
    ])
    expect(cellOn(cellsOf(broken, 'easy'), 7, 'pm').legal).toBe(true)
  })

  test('are judged as the placement judges them', () => {
    fc.assert(
      fc.property(busyWeek, fc.nat(7), (placed, pick) => {
        const busy = seasonOf(placed)
        const id = placed[pick % placed.length]?.id ?? ''
        const [, week] = busy.weeks
        if (!week) throw new Error('three weeks')
        const { problem, placement, rules } = weekProblem({ season: busy, base: busy, week })
        for (const cell of cellsOf(busy, id).filter(({ to }) => to.day < MONDAY + 14)) {
          if (cell.here || cell.closed) continue
          const locked = new Set(['race'])
          const now = { day: 'Mon', slot: 'am' } as const
          const answer = moveSession(problem, placement, { session: id, to: placeOf(cell.to), locked, now }, rules)
          if (!answer.ok) throw new Error(answer.fault.message)
          expect(cell.legal).toBe(answer.value.legal)
          const repair = answer.value.legal
            ? answer.value.better
            : answer.value.repair.kind === 'repair'
              ? answer.value.repair
              : null
          const moved = repair ? repair.moved.filter((each) => each !== id).toSorted() : null
          expect(cell.repair?.map((move) => move.session.id).toSorted() ?? null).toEqual(moved)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('one cell is the same as among all of them', () => {
    const all = cellsOf(season, 'key')
    for (const cell of all)
      expect(moveAt({ season, base: season, session: 'key', today: TODAY, done: new Set() }, cell.to)).toEqual({
        ok: true,
        value: cell,
      })
  })
})

describe('moved sessions', () => {
  test('what follows a run starts after it, and at the start of the slot once the run has left', () => {
    const season = seasonOf([
      { id: 'run', on: 8, slot: 'pm', hardness: 'easy', takes: 50 },
      { id: 'A', on: 9, slot: 'pm', hardness: 'heavy-strength', takes: 30 },
    ])
    const joined = movedSessions(season, [
      { session: session(season, 'A'), to: { day: addDays(MONDAY, 8), slot: 'pm' } },
    ])
    expect(joined).toMatchObject([{ after: { id: 'A', day: MONDAY + 8, slot: 'pm', start: 18 * 60 + 50 } }])
    const together: Season = {
      ...season,
      weeks: season.weeks.map((week) => ({
        ...week,
        sessions: week.sessions.map((each) => joined.find(({ before }) => before.id === each.id)?.after ?? each),
      })),
    }
    const parted = movedSessions(together, [
      { session: session(together, 'run'), to: { day: addDays(MONDAY, 10), slot: 'am' } },
    ])
    expect(parted).toMatchObject([
      { after: { id: 'run', day: MONDAY + 10, start: 7 * 60 } },
      { after: { id: 'A', day: MONDAY + 8, start: 18 * 60 } },
    ])
  })

  test('a move to where it stands changes nothing', () => {
    const season = seasonOf([{ id: 'run', on: 8, slot: 'am', hardness: 'easy' }])
    expect(
      movedSessions(season, [{ session: session(season, 'run'), to: { day: addDays(MONDAY, 8), slot: 'am' } }]),
    ).toEqual([])
  })
})
