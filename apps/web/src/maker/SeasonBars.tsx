import { useState } from 'react'
import type { PreviewWeek } from '@bell-lap/server'
import { spoken } from '../drawing/spoken.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import './season-bars.css'

interface Bars {
  readonly weeks: readonly PreviewWeek[]
  /** In a narrow place: no dates under the bars. */
  readonly short?: boolean
}

interface Band {
  readonly phase: string | null
  readonly first: number
  readonly count: number
}

const bandsOf = (weeks: readonly PreviewWeek[]): readonly Band[] => {
  const bands: Band[] = []
  for (const [index, { phase }] of weeks.entries()) {
    const last = bands.at(-1)
    if (last?.phase === phase) bands[bands.length - 1] = { ...last, count: last.count + 1 }
    else bands.push({ phase, first: index, count: 1 })
  }
  return bands
}

/** The weeks of a season as bars: as high as they are long, under their phases. Pointing or focus tells a week's own. */
export const SeasonBars = ({ weeks, short = false }: Bars) => {
  const figures = useFigures()
  const [asked, ask] = useState(0)
  const most = Math.max(1, ...weeks.map(({ distance_m }) => distance_m))
  const week = weeks[Math.min(asked, weeks.length - 1)]
  const label = ({ number, phase, kind, distance_m, highlights }: PreviewWeek): string =>
    [
      t('maker.week', { number }),
      phase,
      kind,
      figures.distance(distance_m),
      t('maker.keys', { count: highlights.length }),
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <figure className="season-bars" data-short={short}>
      <ol className="bar-phases" aria-hidden="true">
        {bandsOf(weeks).map(({ phase, first, count }) => (
          <li key={first} style={{ flexGrow: count }}>
            <span>{phase ?? ''}</span>
          </li>
        ))}
      </ol>
      <ol className="bars">
        {weeks.map((each, index) => (
          <li key={each.number}>
            <button
              type="button"
              aria-label={label(each)}
              aria-pressed={index === asked}
              data-kind={each.kind ?? 'none'}
              onPointerEnter={() => ask(index)}
              onFocus={() => ask(index)}
              onClick={() => ask(index)}
            >
              <i className="bar-keys" aria-hidden="true">
                {'•'.repeat(Math.min(4, each.highlights.length))}
              </i>
              <i className="bar" style={{ height: `${(each.distance_m / most) * 100}%` }} />
            </button>
            <span className="bar-name" aria-hidden="true">
              {each.number}
            </span>
          </li>
        ))}
      </ol>
      {week && (
        <figcaption>
          <b>{t('maker.week', { number: week.number })}</b>{' '}
          <span className="soft">{[figures.date(week.monday), week.phase, week.kind].filter(Boolean).join(' · ')}</span>
          <p className="figure">
            {figures.distance(week.distance_m)} · {figures.duration(week.duration_s)}
            {week.strength > 0 && ` · ${t('maker.strength', { count: week.strength })}`}
          </p>
          <ul>
            {week.highlights.map(({ day, title, hardness }) => (
              <li key={`${day} ${title}`}>
                <span className="soft">{day}</span> {spoken(title)}{' '}
                {!title.toLowerCase().includes(hardness) && <span className="soft">{hardness}</span>}
              </li>
            ))}
          </ul>
          {!short && week.objective !== null && <p className="soft">{week.objective}</p>}
        </figcaption>
      )}
    </figure>
  )
}
