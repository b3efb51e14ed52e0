import { expect, test } from 'vitest'
import { RULES } from './all.ts'
import { CONFLICTS } from './conflicts.ts'
import { STATEMENTS } from './statements.ts'

test('R1 to R159 are there, each once, in order, in the document that makes them', () => {
  expect(STATEMENTS.map(({ number }) => number)).toEqual(Array.from({ length: 159 }, (_, index) => `R${index + 1}`))
  const documents = STATEMENTS.map(({ document }) => document)
  expect([documents.lastIndexOf('000'), documents.lastIndexOf('001'), documents.lastIndexOf('002')]).toEqual([
    88, 115, 158,
  ])
})

test('C1 to C18 are there', () => {
  expect(CONFLICTS.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, index) => `C${index + 1}`))
})

test('every statement is checked by a rule, or says why not', () => {
  const checked = new Set(RULES.flatMap(({ statements }) => statements.map(({ number }) => number)))
  const open = STATEMENTS.filter(({ number, unchecked }) => !checked.has(number) && unchecked === undefined)
  expect(open.map(({ number }) => number)).toEqual([])
})

test('every statement has a class and a sentence', () => {
  for (const { classes, text } of STATEMENTS) {
    expect(classes.length).toBeGreaterThan(0)
    expect(text).toMatch(/[.?]$/)
  }
})
