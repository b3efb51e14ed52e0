import { useState } from 'react'
import type { ProgressView } from '@bell-lap/server'
import { scaleLinear, scaleLog } from 'd3-scale'
import { METRES_PER } from '@bell-lap/core'
import { useFigures } from '../words/display.ts'
import type { Figures } from '../words/figures.ts'
import { t } from '../words/t.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { Columns } from './Columns.tsx'
import { useWidth } from './useWidth.ts'

const HEIGHT = 240
const LEFT = 56
const RIGHT = 12
const BOTTOM = 26

const HALF = 21_097.5

const nameOf = (metres: number, figures: Figures): string =>
  Math.abs(metres - HALF) < 1 ? t('maker.half') : figures.onTrack(metres)

interface Curve {
  readonly efforts: ProgressView['best_efforts']
  readonly predicted: ProgressView['predicted']
}

/** Best efforts: pace over distance, with what the marks foretell beside it. */
export const EffortCurve = ({ efforts, predicted }: Curve) => {
  const figures = useFigures()
  const [place, width] = useWidth<HTMLDivElement>()
  const [asked, ask] = useState(0)
  const sorted = efforts.toSorted((a, b) => a.distance_m - b.distance_m)
  const [first, last] = [sorted[0], sorted.at(-1)]
  const per = METRES_PER[figures.unit]
  const paceOf = (metres: number, time: number): number => (time / metres) * per
  const shown = predicted.filter(({ distance_m: metres }) => metres <= (last?.distance_m ?? 0) * 1.05)
  const paces = [
    ...sorted.map((each) => paceOf(each.distance_m, each.duration_s)),
    ...shown.map((each) => paceOf(each.distance_m, each.time_s)),
  ]
  const x = scaleLog()
    .domain([(first?.distance_m ?? 200) * 0.9, Math.max((last?.distance_m ?? 400) * 1.1, 401)])
    .range([LEFT, Math.max(LEFT + 1, width - RIGHT)])
  const y = scaleLinear()
    .domain([Math.max(...paces, 1), Math.min(...paces, 1e6)])
    .nice(4)
    .range([HEIGHT - BOTTOM, 10])
  const at = (metres: number, time: number) => ({ x: x(metres), y: y(paceOf(metres, time)) })
  const told = ({ distance_m: metres, duration_s: time, day }: Curve['efforts'][number]): string =>
    `${nameOf(metres, figures)}: ${figures.clock(time, true)}, ${figures.pace(metres / time) ?? ''}, ${figures.date(day)}`
  const twin = {
    head: [t('progress.distance'), t('progress.time'), t('progress.pace'), t('progress.day')],
    rows: sorted.map((each) => ({
      key: String(each.distance_m),
      cells: [
        nameOf(each.distance_m, figures),
        figures.clock(each.duration_s, true),
        figures.pace(each.distance_m / each.duration_s),
        figures.date(each.day),
      ],
    })),
  }
  const summary =
    first && last
      ? t('progress.efforts.sum', {
          first: `${nameOf(first.distance_m, figures)} ${figures.clock(first.duration_s, true)}`,
          last: `${nameOf(last.distance_m, figures)} ${figures.clock(last.duration_s)}`,
        })
      : t('progress.efforts.none')
  const lefts = sorted.map(({ distance_m: metres }) => x(metres))
  const places = lefts.map((left, index): readonly [number, number] => {
    const from = index === 0 ? left - 12 : (left + (lefts[index - 1] ?? left)) / 2
    const to = index === lefts.length - 1 ? left + 12 : (left + (lefts[index + 1] ?? left)) / 2
    return [from, to - from]
  })
  const chosen = sorted[Math.min(asked, sorted.length - 1)]
  return (
    <ChartFrame title={t('progress.efforts')} summary={summary} twin={twin}>
      {sorted.length > 0 && (
        <>
          <div ref={place} className="plot plot-tall">
            {width > 0 && (
              <svg width={width} height={HEIGHT} aria-hidden="true">
                {y.ticks(4).map((tick) => (
                  <g key={tick} transform={`translate(0 ${y(tick)})`}>
                    <path className="grid" d={`M${LEFT} .5H${width}`} />
                    <text x={LEFT - 8} dy="0.32em" className="tick-end">
                      {figures.clock(tick)}
                    </text>
                  </g>
                ))}
                {[200, 400, 800, 1500, 3000, 5000, 10_000, HALF]
                  .filter((metres) => metres >= (first?.distance_m ?? 0) && metres <= (last?.distance_m ?? 0))
                  .map((metres) => (
                    <text key={metres} x={x(metres)} y={HEIGHT - 8} className="tick-middle">
                      {metres >= 5000 ? `${Math.floor(metres / 1000)}K` : metres}
                    </text>
                  ))}
                <path
                  className="curve"
                  d={`M${sorted.map((each) => `${at(each.distance_m, each.duration_s).x} ${at(each.distance_m, each.duration_s).y}`).join('L')}`}
                />
                {shown.map((each) => {
                  const point = at(each.distance_m, each.time_s)
                  return <circle key={each.race} className="foretold" cx={point.x} cy={point.y} r="5" />
                })}
                {sorted.map((each, index) => {
                  const point = at(each.distance_m, each.duration_s)
                  return (
                    <circle
                      key={each.distance_m}
                      className="effort"
                      cx={point.x}
                      cy={point.y}
                      r={index === asked ? 6 : 4}
                    />
                  )
                })}
              </svg>
            )}
            <Columns
              name={t('progress.columns', { title: t('progress.efforts') })}
              labels={sorted.map(told)}
              places={places}
              asked={asked}
              onAsk={ask}
            />
          </div>
          <p className="readout">{chosen && told(chosen)}</p>
        </>
      )}
    </ChartFrame>
  )
}
