import { t } from '../words/t.ts'

export const CalendarPage = () => (
  <div className="page">
    <h1>{t('shell.calendar')}</h1>
  </div>
)
