import type { ExerciseView, StepView } from '@bell-lap/server'
import { useFigures } from '../words/display.ts'
import type { Figures } from '../words/figures.ts'
import { t } from '../words/t.ts'

/** A strength session as a lifter reads it: one exercise a row. */
export const Exercises = ({ steps }: { readonly steps: readonly StepView[] }) => {
  const figures = useFigures()
  // Rest between exercises stands beside the exercise that it follows.
  const rows = steps
    .filter(({ exercise, role }) => exercise || role !== 'rest')
    .map((step) => ({ step, exercise: step.exercise }))
  return (
    <div className="wide">
      <table className="rows exercises">
        <thead>
          <tr>
            <th scope="col">{t('exercise.name')}</th>
            <th scope="col">{t('exercise.sets')}</th>
            <th scope="col">{t('exercise.load')}</th>
            <th scope="col">{t('exercise.rest')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ step, exercise }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- an exercise is its place in the session
            <tr key={index}>
              <td>
                {exercise?.name ?? t(`role.${step.role}`)}
                {step.cue !== null && <span className="soft small cue">{step.cue}</span>}
              </td>
              <td>{exercise ? setsText(exercise, figures) : lengthText(step, figures)}</td>
              <td>{exercise?.load ?? ''}</td>
              <td>{exercise?.rest_s == null ? '' : figures.duration(exercise.rest_s)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const lengthText = (step: StepView, figures: Figures): string =>
  step.estimated.duration_s === null ? '' : figures.duration(step.estimated.duration_s)

const setsText = (exercise: ExerciseView, figures: Figures): string => {
  const once = onceText(exercise, figures)
  const what = exercise.each_side && once ? t('exercise.eachSide', { what: once }) : once
  if (exercise.sets === null) return what
  return what ? t('exercise.of', { sets: exercise.sets, what }) : String(exercise.sets)
}

const onceText = ({ reps, reps_to, duration_s, distance_m }: ExerciseView, figures: Figures): string => {
  if (reps !== null) return reps_to === null ? String(reps) : t('exercise.repsTo', { reps, to: reps_to })
  if (duration_s !== null) return figures.duration(duration_s)
  return distance_m === null ? '' : figures.onTrack(distance_m)
}
