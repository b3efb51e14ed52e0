import type { RepView, ReviewView } from '@bell-lap/server'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { DeltaBar } from './DeltaBar.tsx'
import { againstText, recoveryText, splitText, targetText } from './reps.ts'
import { spoken } from './spoken.ts'
import './reps.css'

/** Every repetition: target, split, how far off, heart rate, and the recovery behind it. */
export const RepTable = ({ review }: { readonly review: ReviewView }) => (
  <div className="wide">
    <table className="rows reps">
      <caption className="unseen">
        {t('reps.caption', { workout: review.workout === null ? '' : spoken(review.workout) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('reps.rep')}</th>
          <th scope="col">{t('reps.target')}</th>
          <th scope="col">{t('reps.split')}</th>
          <th scope="col" className="words">
            {t('reps.against')}
          </th>
          <th scope="col">{t('reps.heartRate')}</th>
          <th scope="col">{t('reps.recovery')}</th>
        </tr>
      </thead>
      <tbody>
        {review.reps.map((rep, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a repetition is its place in the row of repetitions
          <RepRow key={index} rep={rep} number={index + 1} />
        ))}
      </tbody>
    </table>
  </div>
)

const RepRow = ({ rep, number }: { readonly rep: RepView; readonly number: number }) => {
  const figures = useFigures()
  return (
    <tr data-verdict={rep.verdict}>
      <th scope="row">{number}</th>
      <td>{targetText(rep, figures)}</td>
      <td className="split">{splitText(rep, figures)}</td>
      <td className="words">
        <span className="against">
          <DeltaBar rep={rep} />
          <span>{againstText(rep, figures)}</span>
        </span>
      </td>
      <td>{rep.heart_rate_bpm === null ? t('reps.none') : Math.round(rep.heart_rate_bpm)}</td>
      <td data-kept={rep.recovery?.verdict}>{recoveryText(rep, figures)}</td>
    </tr>
  )
}
