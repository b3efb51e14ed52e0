import type { CalendarView } from '@bell-lap/server'
import { Icon } from '../shell/Icon.tsx'
import { undo } from '../shell/undo.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { Search } from './Search.tsx'
import { TakeOut } from './TakeOut.tsx'

/** Over the weeks: the race, the way to a session, what can be done with the whole; and the days of the week. */
export const Toolbar = ({ view, onToday }: { readonly view: CalendarView; readonly onToday: () => void }) => {
  const { weekday, dayLong } = useFigures()
  const { race, undoable } = view
  return (
    <>
      <div className="calendar-head">
        <div>
          <h1>{race.name}</h1>
          <p className="kicker">
            {dayLong(race.day)} · {view.name}
          </p>
        </div>
        <div className="acts">
          <Search weeks={view.weeks} />
          <button type="button" onClick={onToday}>
            {t('calendar.today')}
          </button>
          <TakeOut />
          {undoable !== null && (
            <button type="button" onClick={() => void undo(view.version)} title={undoable}>
              <Icon name="undo" />
              {t('shell.undo')}
            </button>
          )}
        </div>
      </div>
      <div className="weekdays" aria-hidden="true">
        {view.weeks[0]?.days.map(({ day }) => (
          <span key={day}>{weekday(day)}</span>
        ))}
      </div>
    </>
  )
}
