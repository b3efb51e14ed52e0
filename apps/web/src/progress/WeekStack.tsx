import { metresAt, type ProgressWeek, type RAMP } from './intensities.ts'

interface Stack {
  readonly week: ProgressWeek
  readonly used: readonly (typeof RAMP)[number][]
  readonly width: number
  readonly y: (metres: number) => number
}

/** One week: what was run from easy up, a hairline between intensities; running of unknown effort on top. */
export const WeekStack = ({ week, used, width, y }: Stack) => {
  let from = 0
  const parts = used.map((intensity) => {
    const to = from + metresAt(week, intensity)
    const part = { intensity, top: y(to), height: y(from) - y(to) }
    from = to
    return part
  })
  const rest = week.done_m - from
  const bottom = y(0)
  return (
    <>
      {week.planned_m !== null && (
        <rect className="planned-area" y={y(week.planned_m)} width={width} height={bottom - y(week.planned_m)} />
      )}
      {parts.map(
        ({ intensity, top, height }) =>
          height > 0 && (
            <rect
              key={intensity}
              data-intensity={intensity}
              className="part"
              y={top}
              width={width}
              height={Math.max(0.5, height - 1)}
            />
          ),
      )}
      {rest > 50 && (
        <rect
          data-intensity="other"
          className="part"
          y={y(week.done_m)}
          width={width}
          height={Math.max(0.5, y(from) - y(week.done_m) - 1)}
        />
      )}
      {week.planned_m !== null && <path className="planned-line" d={`M-2 ${y(week.planned_m)}h${width + 4}`} />}
    </>
  )
}
