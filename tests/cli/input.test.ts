import { truncateSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bellLap, fileWith, root } from './run.ts'

const page = 'Week 1\nMonday: 8 miles easy\nTuesday: 8 miles with 5 x 1000m at threshold pace (200m jog recovery)\n'
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

const sessionsOf = (out: string): readonly string[] => {
  const plan = JSON.parse(out) as { weeks: { days: { sessions: { workout: { canonical: string } }[] }[] }[] }
  return plan.weeks.flatMap(({ days }) =>
    days.flatMap(({ sessions }) => sessions.map(({ workout }) => workout.canonical)),
  )
}
const wanted = ['8mi easy', '8mi with 5 x 1000m @T, jog 200m']

describe('a page comes in many encodings and says the same', () => {
  test.each([
    ['as it is', page],
    ['with CRLF', page.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${page}`],
    ['with non-breaking spaces', page.replaceAll(' ', '\u00A0')],
    ['with tabs', page.replaceAll(': ', ':\t')],
    ['with full-width digits', page.replace('1000', '１０００')],
    ['as UTF-16', utf16(page)],
  ])('%s', (_name, content) => {
    const run = bellLap(['read', fileWith('page.txt', content), '--json'])
    expect(run.err).toBe('')
    expect(run.code).toBe(0)
    expect(sessionsOf(run.out)).toEqual(wanted)
  })

  test('from standard input', () => {
    const run = bellLap(['read', '-', '--json'], page)
    expect(run.code).toBe(0)
    expect(sessionsOf(run.out)).toEqual(wanted)
  })
})

describe('what cannot be read is refused: exit code 2, a reason, nothing on standard output', () => {
  const huge = (): string => {
    const path = fileWith('huge.txt', page)
    truncateSync(path, 200 * 1024 * 1024)
    return path
  }
  test.each<[string, () => string, RegExp]>([
    ['no such file', () => 'nowhere.plan', /nowhere\.plan.*no such file/],
    ['a folder', () => root, /folder/],
    ['an empty file', () => fileWith('empty.plan', ''), /empty/],
    ['only blanks', () => fileWith('blank.plan', ' \n\t\n'), /empty|nothing/],
    [
      'a picture',
      () => fileWith('x.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])),
      /PNG|picture|image/i,
    ],
    ['a zip', () => fileWith('x.docx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])), /zip|Word|archive/i],
    ['binary', () => fileWith('x.bin', new Uint8Array(64)), /binary|text/],
    ['200 MB', huge, /MB/],
  ])('%s', (_name, path, message) => {
    for (const command of ['read', 'check']) {
      const run = bellLap([command, path(), '--json'])
      expect(run.err).toMatch(message)
      expect(run.code).toBe(2)
      expect(run.out).toBe('')
    }
  })
})

describe('wrong usage is refused with what to do', () => {
  test.each([
    [['red', 'x'], /unknown command.*\n?.*read/],
    [['read'], /missing required argument/],
    [['read', '-', '--unit', 'furlong'], /Allowed choices are mi, km/],
    [['read', '--jsonl', 'x'], /--workout/],
    [['check'], /Name a plan/],
    [['check', '--explain', 'no-such-rule'], /--explain all/],
    [['paces'], /--5k/],
    [['paces', '--5k', 'fast'], /fast/],
    [['paces', '--5k', '0:00'], /0:00/],
    [['check', `${root}/plans/advanced-5k.plan`, '--athlete', 'nobody.json'], /nobody\.json/],
  ])('%j', (args, message) => {
    const run = bellLap(args)
    expect(run.err).toMatch(message)
    expect(run.code).toBe(2)
    expect(run.out).toBe('')
  })

  test('help has examples', () => {
    for (const args of [['--help'], ['read', '--help'], ['check', '--help'], ['paces', '--help']]) {
      const run = bellLap(args)
      expect(run.code).toBe(0)
      expect(run.out).toMatch(/Examples:\n {2}bell-lap/)
    }
  })
})

describe('a batch of prescriptions', () => {
  test('answers in order, one line each, and goes on after a wrong line', () => {
    const lines = [
      '{"id":"a","text":"8 x 400m @5K, jog 200m"}',
      'not json',
      '{"id":7,"text":"rest"}',
      '{"text":"no id"}',
    ]
    const run = bellLap(['read', '--workout', '--jsonl', '-'], lines.join('\n'))
    const answers = run.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; canonical?: string; error?: string })
    expect(answers.map(({ id }) => id)).toEqual(['a', null, 7, null])
    expect(answers[0]?.canonical).toBe('8 x 400m @5K, jog 200m')
    expect(answers[2]?.canonical).toBe('rest')
    expect(answers[1]?.error).toMatch(/JSON/)
    expect(answers[3]?.error).toMatch(/id/)
    expect(run.code).toBe(2)
  })
})
