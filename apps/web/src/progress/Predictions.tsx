import type { ProgressView } from '@bell-lap/server'
import { Link } from '@tanstack/react-router'
import { raceName } from '../maker/race-name.ts'
import { Popover } from '../shell/Popover.tsx'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

/** Times that the marks foretell, each with what it rests on. */
export const Predictions = ({ predicted }: { readonly predicted: ProgressView['predicted'] }) => {
  const figures = useFigures()
  return (
    <section className="chart-frame">
      <header>
        <h2>{t('progress.predicted')}</h2>
      </header>
      {predicted.length === 0 ? (
        <p className="soft">
          {t('progress.predicted.none')} <Link to="/settings">{t('shell.settings')}</Link>
        </p>
      ) : (
        <dl className="facts predictions">
          {predicted.map(({ race, time_s: time, distance_m: metres, from }) => (
            <div key={race}>
              <dt>
                {raceName(race)}{' '}
                <Popover label={t('shell.why')} name={t('progress.from')}>
                  <p>{from}</p>
                  <p className="soft">{figures.pace(metres / time)}</p>
                </Popover>
              </dt>
              <dd>{figures.clock(time)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
