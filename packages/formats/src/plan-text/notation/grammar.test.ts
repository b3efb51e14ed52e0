import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makePlan } from './make-plan.ts'
import { makeWorkout } from './make-workout.ts'
import { parsePlan } from './parse-plan.ts'
import { parseWorkout } from './parse-workout.ts'

const page = readFileSync(join(import.meta.dirname, 'GRAMMAR.md'), 'utf8').split('\n')

const examples = (kind: string): readonly string[] =>
  page.flatMap((line) => new RegExp(`^ {8}${kind}\\s+(.+)$`).exec(line)?.[1] ?? [])

const canonical = (text: string): string => {
  const read = parseWorkout(text)
  return read.ok ? makeWorkout(read.value) : `${text}: ${read.fault.message}`
}

/** A line in the smallest plan that it can stand in. */
const inPlan = (line: string): string =>
  /^(?:Mon|Tue|Wed|any|objective) /.test(line) ? `units   km\n\nweek 1\n  ${line}\n` : `${line}\n`

describe('the grammar page', () => {
  test.each(examples('e\\.g\\.'))('%s', (example) => {
    const [text = '', printed = text] = example.split(' => ')
    expect(canonical(text)).toBe(printed)
    expect(canonical(printed)).toBe(printed)
  })

  test.each(examples('line'))('line %s', (line) => {
    const { findings, plan } = parsePlan(inPlan(line))
    expect(findings.filter(({ rule }) => rule !== 'unit-guess')).toEqual([]) // no `units` line beside the one line
    expect(makePlan(plan).replaceAll(/ +/g, ' ')).toContain(line.replaceAll(/ +/g, ' '))
  })

  test.each(examples('wrong'))('not %s', (text) => {
    expect(parseWorkout(text)).toMatchObject({ ok: false })
  })

  test('every production has an example', () => {
    const heads = page.map((line) => /^ {4}([a-z-]+) +=/.exec(line)?.[1])
    const without = heads.filter((name, index) => {
      const next = heads.findIndex((head, at) => at > index && head !== undefined)
      const below = page.slice(index + 1, next === -1 ? undefined : next)
      return name !== undefined && !below.some((line) => /^ {8}(?:e\.g\.|line) /.test(line))
    })
    expect(without).toEqual([])
    expect(heads.filter((head) => head !== undefined).length).toBeGreaterThan(40)
  })
})
