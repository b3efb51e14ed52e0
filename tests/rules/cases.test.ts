import { describe, expect, test } from 'vitest'
import { RULES } from '../../packages/core/src/rules/all.ts'
import { BASE, caseNames, casesOf, findingsOf, findingsOfCase } from './judge.ts'

const ids = RULES.map(({ id }) => id)

test('no rule has anything to say about the base plan, at any level', () => {
  expect(findingsOf(BASE)).toEqual([])
})

test('every rule has a case file, and every case file a rule', () => {
  expect(caseNames().toSorted()).toEqual(ids.toSorted())
})

describe.each(RULES.map((rule) => ({ rule })))('$rule.id', ({ rule }) => {
  const cases = caseNames().includes(rule.id) ? casesOf(rule.id) : []
  const breaking = cases.filter(({ verdict }) => verdict === 'breaks')
  const near = cases.filter(({ verdict }) => verdict === 'near')
  const implied = rule.implies ?? []

  test('has a planted violation and three near misses', () => {
    expect(breaking.length).toBeGreaterThanOrEqual(1)
    expect(near.length).toBeGreaterThanOrEqual(3)
  })

  test.each(breaking)('reports $name', (one) => {
    const findings = findingsOfCase(one)
    const own = findings.filter((finding) => finding.rule === rule.id)
    expect(own).not.toEqual([])
    expect(findings.filter((finding) => finding.rule !== rule.id && !implied.includes(finding.rule))).toEqual([])
    for (const words of one.says) expect(own.map(({ message }) => message).join('\n')).toContain(words)
    if (one.level !== undefined) expect(own.map(({ level }) => level)).toContain(one.level)
  })

  test.each(near)('says nothing of $name', (one) => {
    expect(findingsOfCase(one).filter((finding) => !implied.includes(finding.rule))).toEqual([])
  })
})
