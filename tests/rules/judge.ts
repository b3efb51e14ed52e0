import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Athlete } from '../../packages/core/src/athlete/athlete.ts'
import { check } from '../../packages/core/src/rules/check.ts'
import type { Finding } from '../../packages/core/src/rules/finding.ts'
import { speedsOf } from '../../packages/core/src/schedule/nominal.ts'
import { scheduleOf } from '../../packages/core/src/schedule/of-plan.ts'
import { parsePlan } from '../../packages/formats/src/plan-text/notation/parse-plan.ts'
import { readCases, type RuleCase } from './case-file.ts'

const here = dirname(fileURLToPath(import.meta.url))

export const BASE = readFileSync(join(here, 'base.plan'), 'utf8')

/** Ids of the rules that have a case file. */
export const caseNames = (): readonly string[] =>
  readdirSync(join(here, 'cases')).map((file) => file.replace(/\.case$/, ''))

export const casesOf = (rule: string): readonly RuleCase[] =>
  readCases(readFileSync(join(here, 'cases', `${rule}.case`), 'utf8'), BASE)

/** Findings of the rules for a plan in notation; throws where the reader itself has something to say. */
export const findingsOf = (text: string, athlete?: Athlete): readonly Finding[] => {
  const { plan, findings } = parsePlan(text)
  if (findings.length > 0) throw new Error(`The plan of a case does not read clean: ${JSON.stringify(findings)}`)
  return check(scheduleOf(plan, speedsOf(plan, athlete)), athlete ? { athlete } : {})
}

/** A test's own file: the athlete is written as core has it. */
const athleteIn = ({ athlete }: RuleCase): Athlete | undefined =>
  athlete === undefined ? undefined : JSON.parse(athlete)

export const findingsOfCase = (one: RuleCase): readonly Finding[] => findingsOf(one.plan, athleteIn(one))
