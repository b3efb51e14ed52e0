import { describe, expect, test } from 'vitest'
import { added, f1, scoreOf, type Score } from './varied-score.ts'
import { VARIED } from './varied-sessions.ts'

describe('sessions and watches unlike those that the review was made with', () => {
  const scores: Score[] = []

  test.each(VARIED)('$name: $text', (varied) => {
    const score = scoreOf(varied)
    scores.push(score)
    expect(f1(score)).toBeGreaterThanOrEqual(0.75)
  })

  test('repetitions found with F1 of at least 0.97 in all', () => {
    expect(scores).toHaveLength(VARIED.length)
    expect(f1(added(scores))).toBeGreaterThanOrEqual(0.97)
  })
})
