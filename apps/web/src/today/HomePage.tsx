import { t } from '../words/t.ts'

export const HomePage = () => (
  <div className="page">
    <h1>{t('shell.today')}</h1>
  </div>
)
