import { clockText, makeDay, plainNumber } from '@bell-lap/core'
import { makeReviewJson, makeWorkout } from '@bell-lap/formats'
import { dayOf, type FileReview, type SessionStanding } from './review-many.ts'
import { reviewLine, shortened, VERDICTS } from './review-text.ts'

const count = (amount: number, one: string, many = `${one}s`): string => `${amount} ${amount === 1 ? one : many}`

/** One line for one file. */
export const fileLine = (one: FileReview): string => {
  switch (one.kind) {
    case 'reviewed': {
      const { totals } = one.review
      const length = totals ? `${plainNumber(totals.distance / 1000, 2)} km, ${clockText(totals.timer)}` : ''
      const which = one.session ? `${one.sure ? '' : 'perhaps '}${one.session.id}: ` : ''
      return `${one.file}  ${dayOf(one)}, ${length}  ${which}${reviewLine(one.review, one.activity)}`
    }
    case 'duplicate':
      return `${one.file}  the same run as ${one.of}`
    case 'plan':
      return `${one.file}  a planned workout, and nothing that was run`
    case 'table':
      return `${one.file}  the table of an export: ${count(one.activities, 'activity', 'activities')}, ${one.withoutFile} without a file`
    case 'refused':
      return `${one.file}  refused (${one.problems[0]?.code ?? ''}): ${one.problems[0]?.message ?? ''}`
    case 'passed over':
      return `${one.file}  passed over: ${one.message}`
    default:
      return one satisfies never
  }
}

/** The same as JSON: `review` is what a single file gives. */
export const fileJson = (one: FileReview): object => {
  switch (one.kind) {
    case 'reviewed':
      return {
        file: one.file,
        verdict: 'reviewed',
        ...(one.session ? { session: one.session.id, match: one.sure ? 'high' : 'medium' } : {}),
        review: makeReviewJson(one.review, one.activity),
      }
    case 'duplicate':
      return { file: one.file, verdict: 'duplicate', duplicate_of: one.of, because: one.because }
    case 'plan':
      return { file: one.file, verdict: 'plan' }
    case 'table':
      return { file: one.file, verdict: 'table', activities: one.activities, without_file: one.withoutFile }
    case 'refused':
      return {
        file: one.file,
        verdict: 'refused',
        problems: one.problems.map(({ code, message }) => ({ code, message })),
      }
    case 'passed over':
      return { file: one.file, verdict: 'passed over', message: one.message }
    default:
      return one satisfies never
  }
}

const KINDS = ['reviewed', 'duplicate', 'plan', 'table', 'refused', 'passed over'] as const
/** How many files became what. */
export type Tally = { readonly [Kind in (typeof KINDS)[number]]: number }

export const noFiles = (): { -readonly [Kind in keyof Tally]: number } => ({
  reviewed: 0,
  duplicate: 0,
  plan: 0,
  table: 0,
  refused: 0,
  'passed over': 0,
})

const KIND_WORDS: { readonly [Kind in keyof Tally]: (amount: number) => string } = {
  reviewed: (amount) => `${amount} reviewed`,
  duplicate: (amount) => `${count(amount, 'run')} again`,
  plan: (amount) => count(amount, 'planned workout'),
  table: (amount) => count(amount, 'table'),
  refused: (amount) => `${amount} refused`,
  'passed over': (amount) => `${amount} passed over`,
}

const sumOf = (tally: Tally): number => KINDS.reduce((sum, kind) => sum + tally[kind], 0)

export const tallyText = (tally: Tally): string => {
  const parts = KINDS.filter((kind) => tally[kind] > 0).map((kind) => KIND_WORDS[kind](tally[kind]))
  return `${count(sumOf(tally), 'file')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`
}

export const tallyJson = (tally: Tally): object => ({
  files: sumOf(tally),
  reviewed: tally.reviewed,
  duplicates: tally.duplicate,
  plans: tally.plan,
  tables: tally.table,
  refused: tally.refused,
  passed_over: tally['passed over'],
})

const standing = ({ state, by, because }: SessionStanding): string => {
  if (state === 'done' && by) return `${reviewWord(by.review.verdict)}  ${by.file}`
  if (state === 'asks' && by) return `is it ${by.file}? (${because ?? ''})`
  return state
}

const reviewWord = (verdict: keyof typeof VERDICTS | null): string => verdict ?? 'done'

/** One line for one session of a season. */
export const sessionLine = (one: SessionStanding): string => {
  const { id, day, slot, workout } = one.session
  return `${makeDay(day)} ${slot}  ${id}  ${shortened(makeWorkout(workout))}  ${standing(one)}`
}

export const sessionJson = ({ session, state, by, because }: SessionStanding): object => ({
  id: session.id,
  day: makeDay(session.day),
  slot: session.slot,
  state,
  ...(by ? { file: by.file, verdict: by.review.verdict } : {}),
  ...(because === undefined ? {} : { because }),
})
