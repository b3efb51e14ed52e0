import { useState } from 'react'
import { parseDay } from '@bell-lap/core'
import { scaleLinear } from 'd3-scale'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { Columns } from './Columns.tsx'
import { useWidth } from './useWidth.ts'

const HEIGHT = 150
const LEFT = 48
const RIGHT = 8
const BOTTOM = 22

export interface Point {
  readonly day: string
  readonly title: string
  readonly value: number
}

interface Chart {
  readonly title: string
  /** What the figure means. */
  readonly what: string
  readonly points: readonly Point[]
  readonly shown: (value: number | null) => string
  /** The value at which a line stands: none of it, as fast as before. */
  readonly line: number
}

/** One figure of each session over the days. */
export const PointChart = ({ title, what, points, shown, line }: Chart) => {
  const figures = useFigures()
  const [place, width] = useWidth<HTMLDivElement>()
  const [asked, ask] = useState(points.length - 1)
  const days = points.map(({ day }) => parseDay(day) ?? 0)
  const values = points.map(({ value }) => value)
  const [low, high] = [Math.min(line, ...values), Math.max(line, ...values)]
  const x = scaleLinear()
    .domain([Math.min(...days), Math.max(...days, Math.min(...days) + 1)])
    .range([LEFT + 8, Math.max(LEFT + 9, width - RIGHT - 8)])
  const y = scaleLinear()
    .domain([low, high === low ? low + 1 : high])
    .nice(3)
    .range([HEIGHT - BOTTOM, 10])
  const told = (point: Point): string => `${figures.date(point.day)}, ${point.title}: ${shown(point.value)}`
  const chosen = points[Math.min(asked, points.length - 1)]
  const [first, last] = [points[0], points.at(-1)]
  const step = points.length > 1 ? Math.max(8, (width - LEFT - RIGHT) / points.length) : 40
  return (
    <div className="point-chart">
      <h3>{title}</h3>
      <p className="kicker">{what}</p>
      {points.length === 0 ? (
        <p className="soft">{t('progress.point.none')}</p>
      ) : (
        <>
          <div ref={place} className="plot">
            {width > 0 && (
              <svg width={width} height={HEIGHT} aria-hidden="true">
                {y.ticks(3).map((tick) => (
                  <g key={tick} transform={`translate(0 ${y(tick)})`}>
                    <path className={tick === line ? 'grid base' : 'grid'} d={`M${LEFT} .5H${width}`} />
                    <text x={LEFT - 8} dy="0.32em" className="tick-end">
                      {figures.number(tick, 1)}
                    </text>
                  </g>
                ))}
                {points.map((point, index) => (
                  <circle
                    key={`${point.day} ${point.title}`}
                    className="effort"
                    cx={x(days[index] ?? 0)}
                    cy={y(point.value)}
                    r={index === asked ? 6 : 4}
                  />
                ))}
                {first && last && (
                  <>
                    <text x={LEFT} y={HEIGHT - 5}>
                      {figures.date(first.day)}
                    </text>
                    {first.day !== last.day && (
                      <text x={width} y={HEIGHT - 5} className="tick-end">
                        {figures.date(last.day)}
                      </text>
                    )}
                  </>
                )}
              </svg>
            )}
            <Columns
              name={t('progress.columns', { title })}
              labels={points.map(told)}
              places={days.map((day) => [x(day) - step / 2, step])}
              asked={asked}
              onAsk={ask}
            />
          </div>
          <p className="readout small">{chosen && told(chosen)}</p>
        </>
      )}
    </div>
  )
}
