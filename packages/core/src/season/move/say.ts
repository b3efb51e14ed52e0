import { weekdayOf } from '../../calendar/day.ts'
import type { Hardness } from '../../workout/hardness.ts'
import { PLACEMENT_RULES, type DaysRule, type HoursRule, type PlacementRule } from '../place/rules.ts'
import type { SeasonSession } from '../season.ts'
import type { Cell, Closed, TouchedRule } from './cells.ts'
import { hoursBetween, minutesOf, startOf } from './timed.ts'

/** What a session is called. */
export type NameOf = (session: SeasonSession) => string

/** Why a cell cannot be asked for, in words. */
export const closedText = (closed: Closed, { day, slot }: Cell['to']): string => {
  switch (closed) {
    case 'past':
      return 'That day is past.'
    case 'outside':
      return 'That day lies outside the season.'
    case 'blackout':
      return 'Nothing can be done on that day.'
    case 'no-time':
      return `There is no time for training on ${weekdayOf(day)} ${slot}.`
    case 'one-a-day':
      return `There is one session a day, and it is in the other half of ${weekdayOf(day)}.`
    default:
      return closed satisfies never
  }
}

const PLURAL: { readonly [H in Hardness]: string } = {
  race: 'races',
  test: 'tests',
  key: 'key sessions',
  hard: 'fast runs',
  easy: 'easy runs',
  long: 'long runs',
  'heavy-strength': 'heavy strength',
  'light-strength': 'strength',
  plyometrics: 'jumps',
  mobility: 'mobility',
  rest: 'rest',
}

interface Question {
  readonly session: SeasonSession
  readonly cell: Cell
  readonly nameOf: NameOf
}

/** What a touched rule wants and what the move makes of it, in one sentence with its hours. */
export const touchedText = ({ rule: id }: TouchedRule, question: Question): string => {
  const rule = PLACEMENT_RULES.find((each) => each.id === id)
  return rule ? ruleText(rule, question) : limitText(id, question)
}

/** `(R105)`; who says it, where no document does. */
const sourceOf = ({ source }: PlacementRule): string => `(${/^[RC]\d+/.exec(source)?.[0] ?? source.split(/[:,]/)[0]})`

const limitText = (id: string, { session, cell, nameOf }: Question): string => {
  const where = `${weekdayOf(cell.to.day)} ${cell.to.slot}`
  const there = othersIn(cell, session)
  if (id === 'minutes') return `It takes ${minutesOf(session)} min, and ${where} has no room for that.`
  if (id === 'one-a-slot' && there.length > 0) return `${where} has ${there.map(nameOf).join(' and ')} already.`
  return `It cannot stand on ${where}.`
}

const othersIn = ({ alone, to }: Cell, session: SeasonSession): readonly SeasonSession[] =>
  alone.filter(({ id, day, slot }) => id !== session.id && day === to.day && slot === to.slot)

const ruleText = (rule: PlacementRule, question: Question): string => {
  const { session, cell } = question
  const { day } = cell.to
  switch (rule.kind) {
    case 'hours':
      return hoursText(rule, question)
    case 'days':
      return daysText(rule, question)
    case 'order':
      return `On ${weekdayOf(day)} strength would come before the run: run first ${sourceOf(rule)}.`
    case 'double':
      return `A second run on ${weekdayOf(day)}: one run a day is better ${sourceOf(rule)}.`
    case 'rest-day':
      return `The week would have no day without training ${sourceOf(rule)}.`
    case 'wish': {
      const days = Math.abs(day - session.day)
      return days === 0
        ? 'It is wished in the other half of the day.'
        : `Its place is wished nearer to where it stands: this is ${days} ${days === 1 ? 'day' : 'days'} away.`
    }
    default:
      return rule satisfies never
  }
}

const one = (amount: number): string => String(Math.round(amount * 10) / 10)

/** `18 h after Strength A ends; key sessions want 24 h at least (R105).` */
const hoursText = (rule: HoursRule, { session, cell, nameOf }: Question): string => {
  const moved = cell.alone.find(({ id }) => id === session.id)
  const pairs = moved ? pairsOf(rule, moved, cell.alone) : []
  const [worst] = pairs.toSorted((a, b) => a.hours - b.hours)
  if (!worst) return `Hours between sessions are short of ${rule.underHours} ${sourceOf(rule)}.`
  const { from, to, hours } = worst
  const least = rule.neverUnderHours !== undefined && hours < rule.neverUnderHours
  const wants = least
    ? `${PLURAL[to.hardness]} need ${rule.neverUnderHours} h at least`
    : `${PLURAL[to.hardness]} want ${rule.underHours} h`
  const gap = one(Math.max(0, hours))
  return to.id === session.id
    ? `${gap} h after ${nameOf(from)} ends; ${wants} ${sourceOf(rule)}.`
    : `${nameOf(to)} starts ${gap} h after it ends; ${wants} ${sourceOf(rule)}.`
}

interface Pair {
  readonly from: SeasonSession
  readonly to: SeasonSession
  readonly hours: number
}

const pairsOf = (rule: HoursRule, moved: SeasonSession, all: readonly SeasonSession[]): readonly Pair[] =>
  all.flatMap((other): readonly Pair[] => {
    if (other.id === moved.id || (other.day === moved.day && other.slot === moved.slot)) return []
    const [from, to] = startOf(other) < startOf(moved) ? [other, moved] : [moved, other]
    const hours = hoursBetween(from, to)
    const bound = rule.from.includes(from.hardness) && rule.to.includes(to.hardness) && hours < rule.underHours
    return bound && (!rule.sameDay || from.day === to.day) ? [{ from, to, hours }] : []
  })

const daysText = (rule: DaysRule, { session, cell, nameOf }: Question): string => {
  const { day } = cell.to
  const touching = cell.alone.filter((other) => {
    const pair =
      (rule.one.includes(session.hardness) && rule.other.includes(other.hardness)) ||
      (rule.other.includes(session.hardness) && rule.one.includes(other.hardness))
    const far = rule.nextDayCost > 0 ? 1 : 0
    return pair && other.id !== session.id && Math.abs(other.day - day) <= far
  })
  const [nearest] = touching.toSorted((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day))
  if (!nearest) return `Days of hard work would touch ${sourceOf(rule)}.`
  const where = nearest.day === day ? 'On the same day as' : nearest.day < day ? 'The day after' : 'The day before'
  return `${where} ${nameOf(nearest)}; ${PLURAL[session.hardness]} want more room ${sourceOf(rule)}.`
}
