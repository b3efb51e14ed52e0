import type { ActivityView } from '@bell-lap/server'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

/** The laps as the device cut them. */
export const Laps = ({ laps }: { readonly laps: ActivityView['laps'] }) => {
  const { onTrack, clock, pace } = useFigures()
  return (
    <section className="lane">
      <h2>{t('activity.laps')}</h2>
      <div className="wide">
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('activity.lap')}</th>
              <th scope="col">{t('activity.distance')}</th>
              <th scope="col">{t('activity.time')}</th>
              <th scope="col">{t('activity.pace')}</th>
              <th scope="col">{t('activity.heartRate')}</th>
            </tr>
          </thead>
          <tbody>
            {laps.map(({ distance_m, duration_s, heart_rate_bpm }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a lap is its place in the row of laps
              <tr key={index}>
                <td>{index + 1}</td>
                <td>{distance_m === null ? t('reps.none') : onTrack(distance_m)}</td>
                <td>{duration_s === null ? t('reps.none') : clock(duration_s, true)}</td>
                <td>{distance_m !== null && duration_s ? pace(distance_m / duration_s) : t('reps.none')}</td>
                <td>{heart_rate_bpm === null ? t('reps.none') : Math.round(heart_rate_bpm)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
