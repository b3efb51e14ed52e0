import { METRES_PER } from '@bell-lap/core'
import type { StreamView } from '@bell-lap/server'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { piecesOf } from './summary.ts'

/** The curve's twin: a row for each kilometre or mile. */
export const StreamTable = ({ stream }: { readonly stream: StreamView }) => {
  const figures = useFigures()
  return (
    <details>
      <summary>{t('chart.table')}</summary>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('chart.kilometre')}</th>
            <th scope="col">{t('activity.time')}</th>
            <th scope="col">{t('chart.pace')}</th>
            <th scope="col">{t('chart.heartRate')}</th>
          </tr>
        </thead>
        <tbody>
          {piecesOf(stream, METRES_PER[figures.unit]).map((piece) => (
            <tr key={piece.metres}>
              <td>{figures.distance(piece.metres)}</td>
              <td>{figures.clock(piece.seconds)}</td>
              <td>{figures.pace(piece.speed)}</td>
              <td>{piece.heartRate === undefined ? t('reps.none') : Math.round(piece.heartRate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
