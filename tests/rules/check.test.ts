import { describe, expect, test } from 'vitest'
import { check, type CheckOptions } from '../../packages/core/src/rules/check.ts'
import { growth } from '../../packages/core/src/rules/volume/growth.ts'
import { speedsOf } from '../../packages/core/src/schedule/nominal.ts'
import { scheduleOf } from '../../packages/core/src/schedule/of-plan.ts'
import { parsePlan } from '../../packages/formats/src/plan-text/notation/parse-plan.ts'
import { BASE } from './judge.ts'
import { readCases } from './case-file.ts'

const findings = (text: string, options: CheckOptions = {}) => {
  const { plan } = parsePlan(text)
  return check(scheduleOf(plan, speedsOf(plan)), options)
}

/** The base plan with edits, as in the case files. */
const edited = (...edits: readonly string[]): string => {
  const [one] = readCases(`near "x"\n${edits.map((edit) => `  ${edit}\n`).join('')}`, BASE)
  return one?.plan ?? BASE
}

const JUMP = ['week 10 Wed am: 14km easy', 'week 10 Thu: 16km easy with 6 x 80m strides', 'week 10 Sat am: 14km easy']
const under = (line: string, allow: string): string => `${line}  allow ${allow}
`
const rules = (text: string, options?: CheckOptions) => findings(text, options).map(({ rule }) => rule)

describe('allow', () => {
  const jump = edited(...JUMP)

  test('silences a rule for the week that it stands under, by id or by number', () => {
    expect(rules(jump)).toEqual(['growth'])
    expect(rules(jump.replace('week 10\n', under('week 10\n', 'growth "training camp"')))).toEqual([])
    expect(rules(jump.replace('week 10\n', under('week 10\n', 'R39 "training camp"')))).toEqual([])
  })

  test('under the plan or the phase it reaches their weeks', () => {
    expect(
      rules(jump.replace('phase Race-specific\n', 'phase Race-specific\n  allow growth "training camp"\n')),
    ).toEqual([])
    expect(rules(jump.replace('phase Speed\n', 'phase Speed\n  allow growth "training camp"\n'))).toEqual([
      'unused-allow',
      'growth',
    ])
    expect(rules(jump.replace(/^follows .*$/m, '$&\nallow growth "training camp"'))).toEqual([])
  })

  test('under a session it silences what is said of the session alone', () => {
    const doubled = edited('week 6 Wed pm:', 'week 6 Tue + pm strength B')
    expect(rules(doubled)).toEqual(['strength-on-easy-days'])
    expect(rules(doubled.replace(/^ {2}Tue pm strength B$/m, '$&\n    allow R104 "hard days hard"'))).toEqual([])
    expect(rules(jump.replace(/^( {2}Mon .*)$/m, '$1\n    allow growth "training camp"'))).toEqual([
      'unused-allow',
      'growth',
    ])
  })

  test('that silences nothing is reported, one that names no rule is a warning', () => {
    const unused = findings(BASE.replace('week 10\n', under('week 10\n', 'growth "just in case"')))
    expect(unused).toMatchObject([{ level: 'note', rule: 'unused-allow', place: { kind: 'week', week: 9 } }])
    const unknown = findings(BASE.replace('week 10\n', under('week 10\n', 'grow "a slip"')))
    expect(unknown).toMatchObject([{ level: 'warning', rule: 'unknown-rule' }])
  })

  test('an allow of a rule that is not asked this time is neither unknown nor unused', () => {
    const text = BASE.replace('week 10\n', under('week 10\n', 'deload "altitude"'))
    expect(findings(text, { rules: [growth] })).toEqual([])
  })
})

describe('levels', () => {
  const withFollows = (text: string, follows: string): string => text.replace(/^follows .*\n/m, follows)
  const levelOf = (rule: string, text: string) => findings(text).find((finding) => finding.rule === rule)?.level

  test('a rule of safety binds every plan', () => {
    const jump = edited(...JUMP)
    expect(levelOf('growth', jump)).toBe('warning')
    expect(levelOf('growth', withFollows(jump, 'follows 001\n'))).toBe('warning')
    expect(levelOf('growth', withFollows(jump, ''))).toBe('warning')
  })

  test('general practice binds plans that follow its document or none', () => {
    const beside = edited(
      'week 6 Wed am: 16km long on trail',
      'week 6 Sun: 10km easy on trail',
      'week 6 Wed pm:',
      'week 6 Thu + pm strength B',
    )
    expect(levelOf('long-run-day', beside)).toBe('warning')
    expect(levelOf('long-run-day', withFollows(beside, ''))).toBe('warning')
    expect(levelOf('long-run-day', withFollows(beside, 'follows 000\n'))).toBe('note')
  })

  test("a document's style binds only plans that follow it", () => {
    const short = edited('week 9 replace "jog 400m" with "jog 200m"')
    expect(levelOf('interval-recovery', short)).toBe('warning')
    expect(levelOf('interval-recovery', withFollows(short, ''))).toBe('note')
    expect(levelOf('interval-recovery', withFollows(short, 'follows 002\n'))).toBe('note')
  })
})

describe('settings', () => {
  test('replace the figures of a rule', () => {
    const jump = edited(...JUMP)
    expect(rules(jump, { settings: { growth: { warning: 1.5, error: 1.6, note: 1.5 } } })).toEqual([])
    expect(findings(jump, { settings: { growth: { error: 1.2 } } })).toMatchObject([{ level: 'error', rule: 'growth' }])
  })
})

describe('findings', () => {
  test('stand in the order of the plan', () => {
    const text = edited(...JUMP, 'week 3 head: 70km', 'weeks 2-11 Wed am: 10km @marathon')
    const places = findings(text).map(({ place }) =>
      place.kind === 'plan' ? -1 : place.kind === 'phase' ? -0.5 : place.week,
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBe(-1)
  })

  test('name the statements and the conflicts that they rest on', () => {
    expect(findings(edited('week 11 head: peak'))).toMatchObject([{ rule: 'peak-week', source: 'R36 000, C8' }])
  })
})
