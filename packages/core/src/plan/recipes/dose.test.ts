import { describe, expect, test } from 'vitest'
import { kilometres } from '../../units/distance.ts'
import { choose, chooseIfAny } from './dose.ts'
import { NO_HISTORY, remember, type History } from './history.ts'
import type { KeyKind, KeyWork, Setting } from './key-work.ts'
import { measureForBoth, speedsFor } from './measure.ts'
import { outlineOf } from './outline.ts'
import { settle } from './settle.ts'
import { KICKS_ALONE } from './sessions/kick.ts'
import { raceSessions } from './sessions/race-pace.ts'
import { TEMPO, tempoOf } from './sessions/tempo.ts'

const settingOf = (
  week: number,
  { volume = 70, history = NO_HISTORY }: { volume?: number; history?: History } = {},
): Setting => {
  const brief = settle({ recipe: 'fusion', race: '5K', weeks: 16, level: 'advanced' })
  if (!brief.ok) throw new Error(brief.fault.message)
  const outline = outlineOf(brief.value)[week - 1]
  if (!outline) throw new Error(`There is no week ${week}.`)
  const { fastest, slowest } = brief.value.level
  const runners = { fastest: speedsFor(fastest), slowest: speedsFor(slowest) }
  return { brief: brief.value, week: outline, volume: kilometres(volume), history, runners }
}

const [EIGHT_HUNDREDS] = raceSessions('5K')
if (!EIGHT_HUNDREDS) throw new Error('There are no sessions for the 5K.')

const FREE = { length: Infinity }
const metresAt5K = (work: KeyWork): number =>
  work.parts.reduce((sum, part) => sum + (part.kind === 'repeat' ? (part.times ?? 0) * 800 : 0), 0)

const after = (setting: Setting, work: KeyWork): History =>
  remember(
    setting.history,
    { sessions: [measureForBoth(work.parts, setting.runners)], volume: setting.volume, longest: 0, tested: 0 },
    tempoOf(work),
  )

describe('the dose of a session', () => {
  test('keeps 8 % of the week at 5K pace', () => {
    for (const volume of [40, 60, 90, 120]) {
      const work = choose(EIGHT_HUNDREDS, settingOf(14, { volume }), FREE)
      expect(metresAt5K(work)).toBeLessThanOrEqual(Math.max(2400, volume * 80))
    }
  })

  test('rises with the intensity of the plan', () => {
    const [early, late] = [2, 14].map((week) => metresAt5K(choose(EIGHT_HUNDREDS, settingOf(week), FREE)))
    expect(late).toBeGreaterThan(early ?? Infinity)
  })

  test('does not jump: at most 30 % or 950 m more than the most of four weeks', () => {
    const small = settingOf(14, { volume: 40 })
    const before = choose(EIGHT_HUNDREDS, small, FREE)
    const history = after(small, before)
    const work = choose(EIGHT_HUNDREDS, settingOf(14, { volume: 120, history }), FREE)
    expect(metresAt5K(work)).toBeLessThanOrEqual(Math.max(metresAt5K(before) * 1.3, metresAt5K(before) + 950))
    expect(metresAt5K(work)).toBeLessThan(metresAt5K(choose(EIGHT_HUNDREDS, settingOf(14, { volume: 120 }), FREE)))
  })

  test('keeps within the length and the share that the week leaves', () => {
    const setting = settingOf(14)
    const length = (work: KeyWork): number => measureForBoth(work.parts, setting.runners).fastest.length
    expect(length(choose(EIGHT_HUNDREDS, setting, { length: 4000 }))).toBeLessThanOrEqual(4000)
    expect(chooseIfAny(EIGHT_HUNDREDS, setting, { length: 100 })).toBeUndefined()
    expect(chooseIfAny(EIGHT_HUNDREDS, setting, { ...FREE, light: true })).toBeUndefined()
    const light = choose(KICKS_ALONE, setting, { ...FREE, light: true })
    expect(measureForBoth(light.parts, setting.runners).slowest.share).toBeLessThan(1)
  })

  test('in a week that eases off leaves room for the test', () => {
    const hard = settingOf(3)
    const history = after(hard, choose(TEMPO, hard, FREE))
    const easing = settingOf(4, { history })
    expect(chooseIfAny(TEMPO, easing, { ...FREE, easing: true, ease: 0.5 })).toBeUndefined()
  })
})

describe('tempo grows by one thing at a time (R135)', () => {
  const next = (kind: KeyKind, week: number, minutes: number, pace: 'hm' | 'threshold') => {
    const history: History = { weeks: [], tempo: { minutes, pace } }
    return kind.sizes(settingOf(week, { history })).map(tempoOf)
  }

  test('at the same pace it is a few minutes longer at most', () => {
    for (const tempo of next(TEMPO, 3, 12, 'hm')) {
      expect(tempo?.pace).toBe('hm')
      expect(tempo?.minutes).toBeLessThanOrEqual(16)
    }
  })

  test('at a faster pace it is no longer', () => {
    for (const tempo of next(TEMPO, 5, 12, 'hm')) {
      expect(tempo?.pace).toBe('threshold')
      expect(tempo?.minutes).toBeLessThanOrEqual(12)
    }
  })
})
