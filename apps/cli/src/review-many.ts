import {
  fail,
  makeDay,
  reviewActivity,
  type Activity,
  type DoneActivity,
  type Problem,
  type Review,
  type ReviewQuestion,
  type Season,
  type SeasonSession,
  type WorkoutKind,
} from '@bell-lap/core'
import { readArchive, type ArchiveVerdict } from '@bell-lap/formats'
import { readBytes, recordingFiles, type FoundFile } from './recording-files.ts'
import { bookFor, doneOf, matchSeason, sessionIn } from './review-season.ts'

/** A recording that was read, and reviewed. */
export interface Reviewed {
  readonly kind: 'reviewed'
  readonly file: string
  readonly activity: Activity
  readonly review: Review
  /** As it is matched with sessions; missing where the recording has no date. */
  readonly done?: DoneActivity
  /** The session that it is, or may be. */
  readonly session?: SeasonSession
  readonly sure?: boolean
}

/** What became of one file. */
export type FileReview =
  | Reviewed
  | { readonly kind: 'duplicate'; readonly file: string; readonly of: string; readonly because: readonly string[] }
  | { readonly kind: 'plan'; readonly file: string }
  | { readonly kind: 'table'; readonly file: string; readonly activities: number; readonly withoutFile: number }
  | { readonly kind: 'refused'; readonly file: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'passed over'; readonly file: string; readonly message: string }

/** What many recordings are held against. */
export interface ManyQuestion {
  readonly review: ReviewQuestion
  /** The athlete's zone at home. */
  readonly zone?: string
}

const refused = (file: string, code: Problem['code'], message: string): FileReview => ({
  kind: 'refused',
  file,
  problems: [{ code, message }],
})

/** Names under which nothing but a recording can stand. */
const SURE = /\.(?:fit|tcx|gpx|zip)(?:\.gz)?$/i

const fileReview = (file: string, verdict: ArchiveVerdict, { review, zone }: ManyQuestion): FileReview => {
  if (verdict.kind === 'passed over') return { kind: 'passed over', file, message: verdict.message }
  if (verdict.kind === 'refused') {
    const { code, message, problems } = verdict
    if (code === 'not-recognised' && !SURE.test(file)) return { kind: 'passed over', file, message }
    return { kind: 'refused', file, problems: problems.length > 0 ? problems : [{ code, message }] }
  }
  if (verdict.kind === 'table') {
    return { kind: 'table', file, activities: verdict.activities.length, withoutFile: verdict.withoutFile.length }
  }
  const { activity } = verdict.file
  if (!activity) return { kind: 'plan', file }
  if (verdict.sameAs) return { kind: 'duplicate', file, of: verdict.sameAs.name, because: verdict.sameAs.because }
  const reviewed = reviewActivity(activity, review)
  const done = doneOf(file, activity, reviewed, zone)
  return { kind: 'reviewed', file, activity, review: reviewed, ...(done ? { done } : {}) }
}

type Known = NonNullable<NonNullable<Parameters<typeof readArchive>[2]>['known']>

function* reviewsIn({ path, fault }: FoundFile, question: ManyQuestion, known: Known): Generator<FileReview, void> {
  const bytes = fault === undefined ? readBytes(path) : fail(fault)
  if (!bytes.ok) yield refused(path, 'not-recognised', bytes.fault)
  for (const verdict of bytes.ok ? readArchive(bytes.value, path, { known }) : []) {
    yield fileReview(verdict.name === path ? path : `${path}/${verdict.name}`, verdict, question)
  }
}

/** One verdict for every file that the names lead to, in folders and archives as well; none stops the others. */
export function* reviewFiles(paths: readonly string[], question: ManyQuestion): Generator<FileReview, void> {
  const known: Known = []
  for (const file of recordingFiles(paths)) yield* reviewsIn(file, question, known)
}

/** What became of one session of a season. */
export interface SessionStanding {
  readonly session: SeasonSession
  /** `asks`: one recording may be it, and the athlete has to say so. `open`: its window has not closed. */
  readonly state: 'done' | 'asks' | 'missed' | 'open'
  readonly by?: Reviewed
  readonly because?: string
}

/** Recordings held against the sessions of a season, each at most one. */
export interface SeasonReview {
  readonly files: readonly FileReview[]
  readonly sessions: readonly SessionStanding[]
}

/** What athletes record. */
const RECORDED: ReadonlySet<WorkoutKind> = new Set<WorkoutKind>(['run', 'race', 'test', 'mixed'])

const STATES = { done: 'done', unknown: 'asks', missed: 'missed', open: 'open' } as const

/** Reviews each recording against the session that it is, by the paces of that day, and says what became of each session. */
export const reviewSeason = (
  season: Season,
  found: readonly FileReview[],
  today: DoneActivity['day'],
  question: ManyQuestion,
): SeasonReview => {
  const dated = found.flatMap((one) => (one.kind === 'reviewed' && one.done ? [one.done] : []))
  const { matches, states } = matchSeason(season, dated, today)
  const byFile = new Map(matches.map((match) => [match.activity, match]))
  const files = found.map((one): FileReview => {
    const match = one.kind === 'reviewed' ? byFile.get(one.file) : undefined
    const session = match && sessionIn(season, match)
    if (one.kind !== 'reviewed' || !match || !session) return one
    const book = question.review.book ?? bookFor(season, session)
    const review = reviewActivity(one.activity, {
      ...question.review,
      workout: session.workout,
      ...(book ? { book } : {}),
    })
    return { ...one, review, session, sure: match.confidence === 'high' }
  })
  const bySession = new Map(
    files.flatMap((one) => (one.kind === 'reviewed' && one.session ? [[one.session.id, one]] : [])),
  )
  const sessions = season.weeks
    .flatMap((week) => week.sessions)
    // What nobody records is not missed because no recording is there.
    .filter(({ id, workout }) => RECORDED.has(workout.kind) || bySession.has(id))
    .map((session): SessionStanding => {
      const by = bySession.get(session.id)
      const because = matches.find((match) => match.session === session.id)?.because
      return {
        session,
        state: STATES[states.get(session.id) ?? 'open'],
        ...(by ? { by } : {}),
        ...(because === undefined ? {} : { because }),
      }
    })
  return { files, sessions }
}

/** The day on which something was done, as it is printed. */
export const dayOf = ({ done }: Reviewed): string => (done ? makeDay(done.day) : 'no date')
