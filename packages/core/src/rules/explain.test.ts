import { describe, expect, test } from 'vitest'
import { RULES } from './all.ts'
import { CONFLICTS } from './conflicts.ts'
import { explain, explanationText } from './explain.ts'
import { STATEMENTS } from './statements.ts'

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  test('has every text filled, as sentences', () => {
    expect(rule.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    for (const text of [rule.what, rule.why, rule.change]) {
      expect(text.length).toBeGreaterThan(20)
      expect(text).toMatch(/[.!?]$/)
    }
    expect(rule.example).not.toBe('')
    for (const { value, meaning } of Object.values(rule.parameters)) {
      expect(Number.isFinite(value)).toBe(true)
      expect(meaning).not.toBe('')
    }
  })

  test('says where it comes from', () => {
    const known = new Map(STATEMENTS.map(({ number, document }) => [number, document]))
    for (const { number, document } of rule.statements) expect(known.get(number)).toBe(document)
    expect(rule.statements.length > 0 || rule.basis || rule.conflicts?.length).toBeTruthy()
    for (const number of rule.conflicts ?? []) expect(CONFLICTS.map((conflict) => conflict.number)).toContain(number)
  })

  test('implies only rules that there are', () => {
    const ids = RULES.map(({ id }) => id)
    for (const id of rule.implies ?? []) expect(ids).toContain(id)
  })

  test('is explained with its figures', () => {
    const text = explanationText(explain(rule))
    for (const name of Object.keys(rule.parameters)) expect(text).toContain(`${name} = `)
    for (const { number } of rule.statements) expect(text).toContain(number)
    expect(text).toContain(rule.what)
  })
})

test('ids are the only ones of their kind', () => {
  const ids = RULES.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a setting is shown beside its default', () => {
  const growth = RULES.find(({ id }) => id === 'growth')
  expect(growth && explanationText(explain(growth, { growth: { warning: 1.5 } }))).toContain(
    'warning = 1.5 of the highest week (default 1.2)',
  )
})
