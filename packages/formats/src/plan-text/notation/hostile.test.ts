import { describe, expect, test } from 'vitest'
import { isNotation } from './is-notation.ts'
import { makePlan } from './make-plan.ts'
import { parsePlan } from './parse-plan.ts'
import { parseWorkout } from './parse-workout.ts'

const SIZE = 1_000_000
const fill = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE)
const onMonday = (piece: string): string => `week 1\n  Mon ${fill(piece)}`

const week = (number: number): string => `week ${number}   51mi
  Mon    8mi easy "relaxed form"
  Tue am 8mi with 5 x 1000m @T, jog 200m
  Tue pm strength A
  Fri    3mi easy or rest
  Sat    7mi with (300m, 600m, 300m) @mile, jog equal
  Sun    12mi long
`
const weeks = Array.from({ length: SIZE / 200 }, (_, index) => week(index + 1)).join('')

const TEXTS: readonly (readonly [string, string])[] = [
  ['nested brackets', fill('(')],
  ['nested brackets in a day', onMonday('(')],
  ['nested repeats in a day', onMonday('3 x (')],
  ['nested options in a day', onMonday('8mi or {')],
  ['digits', fill('9')],
  ['digits in a day', onMonday('9')],
  ['lone surrogates', fill('\uD800')],
  ['quotes', fill('"')],
  ['quotes never closed', fill('note "abc\n')],
  ['backslashes in a quote never closed', `note "${fill('\\')}`],
  ['backquotes', onMonday('`')],
  ['one line of parts', onMonday('8mi easy + ')],
  ['one line of rungs', onMonday('(300m, ')],
  ['one line of options', onMonday('rest or ')],
  ['one line of names', onMonday('squat / ')],
  ['one line of prefixes', onMonday('last ')],
  ['one line of joined bouts', onMonday('no rest + ')],
  ['one line of offsets', onMonday('@T+5..')],
  ['newlines', fill('\n')],
  ['carriage returns', fill('\r')],
  ['spaces', fill(' \u00A0\t')],
  ['weeks', fill('week 1\n')],
  ['days', `week 1\n${fill(' Mon 8mi easy\n')}`],
  ['comments', fill('#\n')],
  ['hashes', fill('# ')],
  ['nonsense', fill('a\n')],
  ['ever deeper lines', Array.from({ length: 1400 }, (_, index) => `${' '.repeat(index)}note "x"`).join('\n')],
]

describe('a megabyte of anything is read whole', () => {
  test.each(TEXTS)('%s', (_, text) => {
    const { plan, findings, unread } = parsePlan(text)
    const outside = [...findings, ...unread].filter(({ from, to }) => from < 0 || to > text.length || from > to)
    expect(outside).toEqual([])
    expect(unread.length === 0 || findings.length > 0).toBe(true)
    const printed = makePlan(plan)
    expect(makePlan(parsePlan(printed).plan)).toBe(printed)
    expect(typeof isNotation(text)).toBe('boolean')
    expect(parseWorkout(text)).toMatchObject({ ok: false })
  })

  test('valid weeks', () => {
    const { plan, findings } = parsePlan(`units mi\n${weeks}`)
    expect(findings).toEqual([])
    expect(plan.phases[0]?.weeks).toHaveLength(SIZE / 200)
    expect(makePlan(parsePlan(makePlan(plan)).plan)).toBe(makePlan(plan))
  })
})
