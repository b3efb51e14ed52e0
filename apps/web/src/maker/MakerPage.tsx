import { t } from '../words/t.ts'

export const MakerPage = () => (
  <div className="page">
    <h1>{t('shell.plans')}</h1>
  </div>
)
