import { useQuery } from '@tanstack/react-query'
import type { RepView } from '@bell-lap/server'
import { asking } from '../api/queries.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { StreamChart } from './StreamChart.tsx'
import { StreamTable } from './StreamTable.tsx'
import { summaryOf } from './summary.ts'

/** As many points as a wide screen has pixels for. */
const POINTS = 1_200

/** What the device recorded: drawn, told in a sentence, and as a table. */
export const Recording = ({ activity, reps }: { readonly activity: string; readonly reps: readonly RepView[] }) => {
  const given = { params: { id: activity }, query: { points: POINTS } }
  const { data: stream, error } = useQuery(asking('GET /api/activities/:id/stream', given))
  const figures = useFigures()
  if (error) return <p className="soft">{error.message}</p>
  if (!stream) return <div className="coming chart-coming" />
  if (stream.time_s.length < 2) return <p className="soft">{t('chart.none')}</p>
  return (
    <figure className="recording">
      <figcaption>
        <h2>{t('chart.title')}</h2>
        <p className="soft small">
          {summaryOf(stream, figures)} {reps.length > 0 && t('chart.reps')}
        </p>
      </figcaption>
      <StreamChart stream={stream} reps={reps} />
      <StreamTable stream={stream} />
    </figure>
  )
}
