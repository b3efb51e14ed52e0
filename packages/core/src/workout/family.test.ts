import { describe, expect, test } from 'vitest'
import type { PaceName } from '../pace/names.ts'
import { metres } from '../units/distance.ts'
import { minutes, seconds } from '../units/duration.ts'
import { metresPerSecond } from '../units/speed.ts'
import { familyOf, familyOfPace, familyOfSpeed, type Family } from './family.ts'
import type { Extent, Role, Step, Target } from './workout.ts'

const step = (role: Role, target: Target | null, extent: Extent | null = null): Step => ({
  kind: 'step',
  role,
  extent,
  target,
})
const at = (pace: PaceName): Target => ({ kind: 'pace', pace })
const SPEEDS: { readonly [Name in PaceName]?: number } = {
  easy: 3,
  marathon: 3.5,
  threshold: 4,
  '5K': 4.2,
  mile: 4.6,
  '800': 5,
  max: 7,
}
const speedAt = (pace: PaceName) => {
  const speed = SPEEDS[pace]
  return speed === undefined ? undefined : metresPerSecond(speed)
}

describe('families', () => {
  test.each<[PaceName, Family]>([
    ['easy', 'easy'],
    ['marathon', 'steady'],
    ['hm', 'threshold'],
    ['10K', '5K'],
    ['3K', '5K'],
    ['1500', 'mile'],
    ['600', '800'],
    ['max', 'sprint'],
  ])('%s pace is %s', (pace, family) => {
    expect(familyOfPace(pace)).toBe(family)
  })

  test('goal pace is that of the race', () => {
    expect(familyOf(step('work', at('goal')), { goal: 'mile' })).toBe('mile')
    expect(familyOf(step('work', at('goal')))).toBe('5K')
  })

  test('strides stay strides whatever their pace', () => {
    expect(familyOf(step('strides', at('5K')))).toBe('sprint')
  })

  test.each<[string, Target, Family]>([
    ['RPE 3', { kind: 'rpe', rpe: 3 }, 'easy'],
    ['RPE 7', { kind: 'rpe', rpe: 6, to: 7 }, 'threshold'],
    ['RPE 9', { kind: 'rpe', rpe: 9 }, '5K'],
    ['zone 2', { kind: 'zone', zone: 2 }, 'easy'],
    ['zone 4', { kind: 'zone', zone: 4 }, 'threshold'],
    ['zone 5', { kind: 'zone', zone: 5 }, '5K'],
    ['85 % of threshold heart rate', { kind: 'heart rate share', of: 'LTHR', percent: { low: 80, high: 85 } }, 'easy'],
    ['98 % of it', { kind: 'heart rate share', of: 'LTHR', percent: { low: 95, high: 98 } }, 'threshold'],
    ['95 % of the maximum', { kind: 'heart rate share', of: 'HRmax', percent: { low: 90, high: 95 } }, '5K'],
  ])('%s', (_name, target, family) => {
    expect(familyOf(step('work', target))).toBe(family)
  })

  test('a figure is of the family whose pace is nearest', () => {
    expect(familyOfSpeed(metresPerSecond(4.05), speedAt)).toBe('threshold')
    expect(familyOfSpeed(metresPerSecond(6.9), speedAt)).toBe('sprint')
    expect(familyOfSpeed(metresPerSecond(4), () => undefined)).toBeUndefined()
    const shifted: Target = { kind: 'pace', pace: '5K', offset: { seconds: 60, per: 'km' } }
    expect(familyOf(step('work', shifted), { speed: metresPerSecond(3.4), speedAt })).toBe('steady')
  })

  test('work without a target: repetitions are hard, what stands alone is running', () => {
    const far: Extent = { kind: 'distance', distance: metres(8000), unit: 'm' }
    expect(familyOf(step('work', null, far), { repeated: false })).toBe('easy')
    expect(familyOf(step('work', null, { kind: 'time', duration: seconds(180), unit: 's' }), { repeated: true })).toBe(
      '5K',
    )
    expect(familyOf(step('work', null, { kind: 'time', duration: minutes(20), unit: 'min' }), { repeated: true })).toBe(
      'threshold',
    )
  })
})
