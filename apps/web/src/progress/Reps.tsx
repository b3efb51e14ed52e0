import { Link } from '@tanstack/react-router'
import type { ProgressView } from '@bell-lap/server'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { PointChart } from './PointChart.tsx'

/** Sessions with repetitions over time: how steady, how much they faded, how they finished. */
export const Reps = ({ reps }: { readonly reps: ProgressView['reps'] }) => {
  const figures = useFigures()
  const percent = (amount: number | null): string => (amount === null ? '–' : `${figures.number(amount)} %`)
  const sorted = reps.toSorted((a, b) => a.day.localeCompare(b.day))
  const summary =
    reps.length === 0
      ? t('progress.reps.none')
      : t('progress.reps.sum', {
          count: reps.length,
          on: reps.reduce((sum, { on }) => sum + on, 0),
          reps: reps.reduce((sum, { reps: all }) => sum + all, 0),
        })
  const twin = {
    head: [
      t('progress.session'),
      t('progress.day'),
      t('progress.on'),
      t('progress.cv'),
      t('progress.fade'),
      t('progress.kick'),
    ],
    rows: sorted.toReversed().map((each) => ({
      key: each.session,
      cells: [
        <Link key="link" to="/sessions/$id" params={{ id: each.session }}>
          {each.title}
        </Link>,
        figures.date(each.day),
        `${each.on}/${each.reps}`,
        percent(each.cv_percent),
        percent(each.fade_percent),
        each.kick_ratio === null ? '–' : figures.number(each.kick_ratio, 2),
      ],
    })),
  }
  const points = (value: (each: (typeof sorted)[number]) => number | null) =>
    sorted.flatMap((each) => {
      const y = value(each)
      return y === null ? [] : [{ day: each.day, title: each.title, value: y }]
    })
  return (
    <ChartFrame title={t('progress.reps')} summary={summary} twin={twin}>
      {reps.length > 0 && (
        <div className="points">
          <PointChart
            title={t('progress.cv.title')}
            what={t('progress.cv.what')}
            points={points((each) => each.cv_percent)}
            shown={percent}
            line={0}
          />
          <PointChart
            title={t('progress.fade.title')}
            what={t('progress.fade.what')}
            points={points((each) => each.fade_percent)}
            shown={percent}
            line={0}
          />
          <PointChart
            title={t('progress.kick.title')}
            what={t('progress.kick.what')}
            points={points((each) => each.kick_ratio)}
            shown={(ratio) => figures.number(ratio ?? 0, 2)}
            line={1}
          />
        </div>
      )}
    </ChartFrame>
  )
}
