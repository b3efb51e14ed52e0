import type { Part, Repeat, Step, Total } from '@bell-lap/core'
import { makeAmount, makeExtent } from './make-amount.ts'
import { makeCount, makeExercise, makeOther } from './make-exercise.ts'
import { isLengthFirst, makeBout, makeCue, makeManner, makePrefixes, mannerAfterLength } from './make-step.ts'

const inBrackets = (text: string): string => `(${text})`

const makeStep = (step: Step): string => `${makePrefixes(step)}${makeBout(step, 'part')}${makeCue(step.cue)}`

/** `8mi easy`, `29min tempo @T`: what stands before `with`. */
export const makeTotal = ({ extent, role, target }: Total): string => {
  const manner = makeManner(role, target)
  return manner === '' ? makeAmount(extent) : `${makeAmount(extent)} ${manner}`
}

/** Parts in their order; `()` where there are none. */
export const makeParts = (parts: readonly Part[]): string =>
  parts.length === 0 ? '()' : parts.map(makePart).join(' + ')

/** What a count stands before: a bout, or parts in brackets. */
const makeBody = (parts: readonly Part[]): string => {
  const [only, ...others] = parts
  if (only === undefined || others.length > 0) return inBrackets(parts.map(makePart).join(' + '))
  if (only.kind === 'step' && makePrefixes(only) === '' && isLengthFirst(only)) return makePart(only)
  return isWithin(only) ? makePart(only) : inBrackets(makePart(only))
}

const isWithin = (part: Part): boolean => part.kind === 'repeat' && part.form === 'within' && part.session === undefined

const makeBetween = (step: Step, afterLast: boolean): string => {
  const prefixes = makePrefixes(step)
  const text = prefixes === '' ? makeBout(step, 'between') : inBrackets(`${prefixes}${makeBout(step, 'part')}`)
  return `, ${text}${afterLast ? ' after each' : ''}${makeCue(step.cue)}`
}

const makeRecoveries = ({ between, afterLast, continuous }: Repeat): string =>
  `${continuous ? ', no rest' : ''}${between === null ? '' : makeBetween(between, afterLast)}`

/** The role and target that all rungs share, told once after the bracket. */
const sharedManner = (rungs: readonly Part[]): string => {
  if (rungs.length < 2) return ''
  const manners = new Set(rungs.map((rung) => (rung.kind === 'step' ? (mannerAfterLength(rung) ?? '') : '')))
  const [first = ''] = manners
  return manners.size === 1 ? first : ''
}

const makeRung = (rung: Part, shared: boolean): string => {
  if (rung.kind !== 'step') return isWithin(rung) ? makePart(rung) : inBrackets(makePart(rung))
  if (!shared) return makeStep(rung)
  return `${makePrefixes(rung)}${makeExtent(rung.extent)}${makeCue(rung.cue)}`
}

const makeLadder = (ladder: Repeat): string => {
  const manner = sharedManner(ladder.steps)
  const rungs = ladder.steps.map((rung) => makeRung(rung, manner !== ''))
  const list = rungs.length > 1 ? rungs.join(', ') : `${rungs[0] ?? ''},`
  return `${inBrackets(list)}${manner === '' ? '' : ` ${manner}`}${makeRecoveries(ladder)}`
}

/** A ladder is climbed once, and a total has no recoveries: what is done more often is repeated around it. */
const isNested = ({ form, times, timesTo, until, between, continuous }: Repeat): boolean => {
  if (form === undefined) return false
  const once = times === 1 && timesTo === undefined && until === undefined
  return !once || (form === 'within' && (between !== null || continuous === true))
}

const nested = (repeat: Repeat): Repeat => {
  const { form, steps, total, between, afterLast, continuous, session: _session, ...outer } = repeat
  const recoveries = { between, afterLast, ...(continuous ? { continuous } : {}) }
  const none = { between: null, afterLast: false }
  const ladder = form === 'ladder'
  const inner: Repeat = {
    kind: 'repeat',
    times: 1,
    steps,
    ...(ladder ? recoveries : none),
    ...(form === undefined ? {} : { form }),
    ...(total === undefined ? {} : { total }),
  }
  return { ...outer, steps: [inner], ...(ladder ? none : recoveries) }
}

const makeRepeat = (repeat: Repeat): string => {
  if (isNested(repeat)) return makeRepeat(nested(repeat))
  const { form, total, steps, times, timesTo, until } = repeat
  if (form === 'ladder') return makeLadder(repeat)
  if (form === 'within') return inBrackets(`${total === undefined ? '?' : makeTotal(total)} with ${makeParts(steps)}`)
  const amount = until === undefined ? '' : `${makeAmount(until)} of `
  const count = until !== undefined && times === null ? '' : `${makeCount(times, timesTo)} `
  return `${amount}${count}${makeBody(steps)}${makeRecoveries(repeat)}`
}

/** Canonical text of one part: a bout, a repeat, a ladder, an exercise, another activity. */
export const makePart = (part: Part): string => {
  switch (part.kind) {
    case 'step':
      return makeStep(part)
    case 'repeat':
      return `${part.session === undefined ? '' : `${part.session}: `}${makeRepeat(part)}`
    case 'exercise':
      return makeExercise(part)
    case 'other':
      return `${part.session === undefined ? '' : `${part.session}: `}${makeOther(part)}`
    default:
      return part satisfies never
  }
}

/** Whether the text of a part ends in a cue of its own, which at the end of a line would be the session's. */
export const endsInCue = (part: Part): boolean => {
  if (part.kind === 'step') return part.cue !== undefined
  if (part.kind !== 'repeat' || part.form === 'within') return false
  if (part.between !== null) return part.between.cue !== undefined
  if (part.continuous || part.form === 'ladder') return false
  const text = makeBody(part.steps)
  const [only] = part.steps
  return only?.kind === 'step' && only.cue !== undefined && !text.endsWith(')')
}
