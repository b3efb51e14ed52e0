import { t } from '../words/t.ts'

export const SettingsPage = () => (
  <div className="page">
    <h1>{t('shell.settings')}</h1>
  </div>
)
