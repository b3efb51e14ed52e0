import { useState } from 'react'
import { METRES_PER } from '@bell-lap/core'
import { scaleBand, scaleLinear } from 'd3-scale'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { Columns } from './Columns.tsx'
import { metresAt, usedIn, type ProgressWeek } from './intensities.ts'
import { useWidth } from './useWidth.ts'
import { WeekStack } from './WeekStack.tsx'

const HEIGHT = 240
const LEFT = 44
const BOTTOM = 24

/** Weeks as stacks of what was run at each intensity, the plan's distance as a line across each. */
export const WeekChart = ({ weeks, today }: { readonly weeks: readonly ProgressWeek[]; readonly today: string }) => {
  const figures = useFigures()
  const [place, width] = useWidth<HTMLDivElement>()
  const [asked, ask] = useState(weeks.length - 1)
  const used = usedIn(weeks)
  const per = METRES_PER[figures.unit]
  const most = Math.max(1, ...weeks.flatMap(({ planned_m: planned, done_m: done }) => [planned ?? 0, done])) / per
  const x = scaleBand()
    .domain(weeks.map((_, index) => index))
    .range([LEFT, Math.max(LEFT + 1, width)])
    .paddingInner(0.25)
  const y = scaleLinear()
    .domain([0, most])
    .nice(4)
    .range([HEIGHT - BOTTOM, 6])
  const told = (week: ProgressWeek): string =>
    [
      `${t('progress.week')} ${figures.date(week.monday)}: ${figures.distance(week.done_m)} ${t('progress.done')}`,
      week.planned_m === null ? '' : `${figures.distance(week.planned_m)} ${t('progress.planned')}`,
      ...used
        .filter((intensity) => metresAt(week, intensity) > 0)
        .map((intensity) => `${figures.distance(metresAt(week, intensity))} ${t(`intensity.${intensity}`)}`),
    ]
      .filter(Boolean)
      .join(', ')
  const twin = {
    head: [
      t('progress.week'),
      t('progress.planned'),
      t('progress.done'),
      t('progress.duration'),
      ...used.map((intensity) => t(`intensity.${intensity}`)),
    ],
    rows: weeks.map((week) => ({
      key: week.monday,
      cells: [
        figures.date(week.monday),
        week.planned_m === null ? '–' : figures.distance(week.planned_m),
        figures.distance(week.done_m),
        figures.duration(week.done_s),
        ...used.map((intensity) => figures.distance(metresAt(week, intensity))),
      ],
    })),
  }
  const every = Math.ceil(weeks.length / Math.max(2, Math.floor(width / 64)))
  const week = weeks[Math.min(asked, weeks.length - 1)]
  return (
    <ChartFrame title={t('progress.volume')} summary={summaryOf(weeks, today, figures)} twin={twin}>
      <ul className="legend" aria-hidden="true">
        {used.map((intensity) => (
          <li key={intensity} data-intensity={intensity}>
            <i /> {t(`intensity.${intensity}`)}
          </li>
        ))}
        <li className="legend-plan">
          <i /> {t('progress.plannedLine')}
        </li>
      </ul>
      <div ref={place} className="plot plot-tall">
        {width > 0 && (
          <svg width={width} height={HEIGHT} aria-hidden="true">
            {y.ticks(4).map((tick) => (
              <g key={tick} transform={`translate(0 ${y(tick)})`}>
                <path className="grid" d={`M${LEFT} .5H${width}`} />
                <text x={LEFT - 8} dy="0.32em" className="tick-end">
                  {figures.number(tick, 0)}
                </text>
              </g>
            ))}
            {weeks.map((each, index) => (
              <g key={each.monday} transform={`translate(${x(index) ?? 0} 0)`}>
                <WeekStack week={each} used={used} width={x.bandwidth()} y={(metres) => y(metres / per)} />
                {index === asked && <path className="asked" d={`M0 ${HEIGHT - BOTTOM + 3}h${x.bandwidth()}`} />}
                {index % every === 0 && (
                  <text x={x.bandwidth() / 2} y={HEIGHT - 6} className="tick-middle">
                    {figures.date(each.monday)}
                  </text>
                )}
              </g>
            ))}
          </svg>
        )}
        <Columns
          name={t('progress.columns', { title: t('progress.volume') })}
          labels={weeks.map(told)}
          places={weeks.map((_, index) => [x(index) ?? 0, x.bandwidth()])}
          asked={asked}
          onAsk={ask}
        />
      </div>
      <p className="readout">{week && told(week)}</p>
    </ChartFrame>
  )
}

const summaryOf = (weeks: readonly ProgressWeek[], today: string, figures: ReturnType<typeof useFigures>): string => {
  const done = weeks.reduce((sum, week) => sum + week.done_m, 0)
  const best = weeks.toSorted((a, b) => b.done_m - a.done_m)[0]
  if (!best || done === 0) return t('progress.volume.none')
  const past = weeks.filter(({ monday, planned_m: planned }) => monday <= today && planned !== null).slice(0, -1)
  const planned = past.reduce((sum, week) => sum + (week.planned_m ?? 0), 0)
  const kept = past.reduce((sum, week) => sum + week.done_m, 0)
  const text = t('progress.volume.sum', {
    weeks: weeks.length,
    distance: figures.distance(done),
    mean: figures.distance(done / weeks.length),
    day: figures.date(best.monday),
    most: figures.distance(best.done_m),
  })
  return planned > 0 ? `${text} ${t('progress.ofPlan', { share: figures.percent(kept / planned) })}` : text
}
