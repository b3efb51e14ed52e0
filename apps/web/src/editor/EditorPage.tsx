import { t } from '../words/t.ts'

export const EditorPage = () => (
  <div className="page">
    <h1>{t('shell.plans')}</h1>
  </div>
)
