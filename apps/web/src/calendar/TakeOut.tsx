import { addressOf } from '../api/client.ts'
import { Popover } from '../shell/Popover.tsx'
import { t } from '../words/t.ts'

const TARGETS = ['ics', 'fit', 'zwo', 'csv', 'html', 'json'] as const

/** The whole season as files: for other calendars, for the watch, for paper. */
export const TakeOut = () => (
  <Popover label={t('calendar.export')} name={t('calendar.export')} className="take-out">
    {(close) => (
      <ul className="menu">
        {TARGETS.map((target) => (
          <li key={target}>
            <a
              className="button"
              href={addressOf('GET /api/season/export/:target', { params: { target } })}
              download
              onClick={close}
            >
              {t(`calendar.export.${target}`)}
            </a>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => (close(), print())}>
            {t('calendar.print')}
          </button>
        </li>
      </ul>
    )}
  </Popover>
)
