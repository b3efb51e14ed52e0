import type { Athlete } from '../athlete/athlete.ts'
import { isCurrent, type Mark } from '../athlete/mark.ts'
import { makeDay, type Day } from '../calendar/day.ts'
import { makePaceBook, speedAt, type PaceBook } from '../pace/book.ts'
import type { PaceFault } from '../pace/fitness.ts'
import type { Plan } from '../plan/plan.ts'
import type { Result } from '../result.ts'
import { estimate, type SpeedAt } from '../workout/estimate.ts'
import type { Exercise, Workout } from '../workout/workout.ts'
import { aimFor } from './prescribe-aim.ts'
import { prescribeExercises } from './prescribe-strength.ts'
import { prescribe } from './prescribe.ts'
import type { PrescribedPart, Prescription, TextOf } from './prescription.ts'
import type { Season, SeasonSession } from './season.ts'

/** Whose paces, and by which model and definitions. */
export type PaceOwner = { readonly plan: Pick<Plan, 'paces' | 'definitions'>; readonly athlete: Athlete }

/**
 * Paces of an athlete on one day, by the model and the definitions that the plan means and by the marks that count on
 * that day: an old mark fades out of a long season, a later one does not reach back. Never those of anybody else:
 * fails where the athlete's marks carry none.
 */
export const paceBookOn = ({ plan, athlete }: PaceOwner, day: Day): Result<PaceBook, PaceFault> =>
  makePaceBook({
    marks: athlete.marks,
    definitions: plan.definitions,
    today: makeDay(day),
    ...(plan.paces === null ? {} : { model: plan.paces }),
    ...(athlete.goal ? { goal: athlete.goal } : {}),
  })

/** A session of a season as bouts with the athlete's figures of its day, and where those come from. */
export interface PrescribedSession {
  readonly session: SeasonSession
  readonly prescription: Prescription
  readonly book: Result<PaceBook, PaceFault>
}

/** Which marks count on a day, and which lie before it: paces change with nothing else. */
const standingOf = (marks: readonly Mark[], day: string): string =>
  marks.map((mark) => (isCurrent(mark, day) ? '1' : (mark.day ?? day) <= day ? '0' : '-')).join('')

/** Resolves sessions of one season; paces are made once for all days on which the same marks count. */
export const prescriber = (season: Pick<Season, 'plan' | 'athlete'>, textOf: TextOf) => {
  const books = new Map<string, Result<PaceBook, PaceFault>>()
  const bookOn = (day: Day): Result<PaceBook, PaceFault> => {
    const standing = standingOf(season.athlete.marks, makeDay(day))
    const book = books.get(standing) ?? paceBookOn(season, day)
    books.set(standing, book)
    return book
  }
  return (session: SeasonSession): PrescribedSession => {
    const book = bookOn(session.day)
    return { session, book, prescription: prescribeOn(session, season.athlete, book.ok ? book.value : null, textOf) }
  }
}

const prescribeOn = (
  { workout, exercises }: SeasonSession,
  athlete: Athlete,
  book: PaceBook | null,
  textOf: TextOf,
): Prescription => {
  if (exercises.length > 0 && workout.steps.every(({ kind }) => kind === 'exercise' || kind === 'other')) {
    return prescribeExercises(exercises, textOf)
  }
  const { parts, assumptions } = prescribe(workout, aimFor(book, athlete), textOf)
  const left = book ? withLeft(parts, workout, (pace) => speedAt(book, pace)) : parts
  return withExercises({ parts: left, assumptions }, workout, exercises, textOf)
}

/** A strength session that a run's line only names, with what it holds. */
const withExercises = (
  { parts, assumptions }: Prescription,
  { steps }: Workout,
  exercises: readonly Exercise[],
  textOf: TextOf,
): Prescription => {
  const named = parts.find((part) => part.kind === 'step' && part.beside?.kind === 'other')
  if (!named || exercises.length === 0 || steps.some(({ kind }) => kind === 'exercise')) return { parts, assumptions }
  const strength = prescribeExercises(exercises, textOf)
  return {
    parts: parts.flatMap((part) => (part === named ? strength.parts : [part])),
    assumptions: [...new Set([...assumptions, ...strength.assumptions])],
  }
}

/** What a total leaves over, by the athlete's paces where the text alone cannot tell. */
const withLeft = (parts: readonly PrescribedPart[], workout: Workout, speed: SpeedAt): readonly PrescribedPart[] => {
  const rest = estimate(workout, speed).bouts.find(({ unlisted }) => unlisted)
  if (!rest) return parts
  return parts.map((part) => {
    if (part.kind === 'set' || part.lasting.kind !== 'open' || !part.lasting.left) return part
    const { left } = part.lasting
    const { distance, duration } = rest
    return {
      ...part,
      lasting: {
        ...part.lasting,
        left: { ...left, distance: left.distance ?? distance, duration: left.duration ?? duration },
      },
    }
  })
}
