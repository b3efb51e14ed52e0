import { useKeptSince } from '../offline/kept.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

/** Says that what is shown was kept, and from when: the server is not heard. */
export const KeptNotice = () => {
  const since = useKeptSince()
  const { moment } = useFigures()
  if (since === undefined) return null
  return (
    <p className="kept-notice" role="status">
      {t('shell.kept', { moment: moment(since) })}
    </p>
  )
}
