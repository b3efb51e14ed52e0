import { t } from '../words/t.ts'

export const ProgressPage = () => (
  <div className="page">
    <h1>{t('shell.progress')}</h1>
  </div>
)
