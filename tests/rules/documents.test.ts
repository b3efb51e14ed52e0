import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../packages/core/src/rules/finding.ts'
import { findingsOf } from './judge.ts'

const plans = join(dirname(fileURLToPath(import.meta.url)), '../../plans')

const placeText = ({ place }: Finding): string => {
  if (place.kind === 'plan') return 'plan'
  return place.kind === 'phase' ? `phase ${place.phase + 1}` : `week ${place.week + 1}`
}

describe('the advanced 5K document as a plan', () => {
  const findings = findingsOf(readFileSync(join(plans, 'advanced-5k.plan'), 'utf8'))
  const warnings = findings.filter(({ level }) => level === 'warning')

  test('has no error', () => {
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('has exactly the warnings that it deserves by its own text', () => {
    const found = warnings.map((finding) => `${finding.source}: ${finding.rule}, ${placeText(finding)}`)
    expect(found.toSorted()).toEqual(
      [
        // C2: called polarised 80/20; by Treff's index weeks 1 to 3 and 5 are not, and easy is 90 % of the time.
        'R9 000, C2: polarised, plan',
        // C3: written for runners who train five to six days, and runs on seven.
        'R2 000, R122 002, C3: rest-day, plan',
        // C5: asks for equal or half-distance recoveries at 5K pace, and rests a fifth to a third.
        ...[5, 6, 7, 9, 10, 10, 11].map((week) => `R20 000, C5: interval-recovery, week ${week}`),
        // C6: keeps repetitions at mile pace to 400 m, and has ladders up to 1200 m.
        ...[9, 10].map((week) => `R22 000, C6: mile-repetitions, week ${week}`),
        // C7: wants complete recovery between fast repetitions, and jogs 200 m.
        ...[4, 7, 10, 11].map((week) => `R23 000, C7: speed-recovery, week ${week}`),
        // C8: calls week 11 the peak, after a higher week 10.
        'R36 000, C8: peak-week, week 11',
      ].toSorted(),
    )
  })

  test('hears the rules of the other documents as notes', () => {
    const foreign = findings.filter(({ source }) => !source.includes(' 000') && / 00[12]/.test(source))
    expect(foreign.length).toBeGreaterThan(0)
    expect(foreign.filter(({ level }) => level !== 'note')).toEqual([])
  })

  test('says why the total of the last week differs (C16)', () => {
    const totals = findings.filter(({ rule }) => rule === 'weekly-total')
    expect(totals.map((finding) => [finding.level, placeText(finding)])).toEqual([['note', 'week 12']])
    expect(totals[0]?.message).toContain('leave out')
  })

  test('gives each finding its numbers, and warnings something to do', () => {
    for (const { message, fix, level } of findings) {
      expect(message).not.toBe('')
      if (level !== 'warning') continue
      expect(message).toMatch(/\d/)
      expect(fix).toBeTruthy()
    }
  })
})
