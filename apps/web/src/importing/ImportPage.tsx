import { useCallback, useState } from 'react'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { t } from '../words/t.ts'
import { DropPlace } from './DropPlace.tsx'
import { ImportJob } from './ImportJob.tsx'
import { Latest } from './Latest.tsx'
import { megabytes, useUpload } from './useUpload.ts'
import './importing.css'

/** Ids of the imports in the address, the newest first: a reload finds them again. */
const idsIn = (hash: string): readonly string[] => hash.split(',').filter((id) => /^[\w-]{1,100}$/.test(id))

/** Recordings in: dropped, chosen, whole folders; what became of each. */
export const ImportPage = () => {
  const hash = useLocation({ select: (location) => location.hash })
  const navigate = useNavigate()
  const ids = idsIn(hash)
  const [gathering, setGathering] = useState<number | null>(null)
  const add = useCallback(
    (id: string) => {
      const known = idsIn(globalThis.location.hash.slice(1))
      void navigate({ to: '/import', hash: [id, ...known.filter((other) => other !== id)].slice(0, 20).join(',') })
    },
    [navigate],
  )
  const { underway, told, start, stop } = useUpload(add)
  return (
    <div className="page importing">
      <header>
        <h1>{t('import.title')}</h1>
        <p className="soft import-lead">{t('import.lead')}</p>
      </header>
      <DropPlace busy={underway !== null || gathering !== null} onCount={setGathering} onFiles={start} />
      <div className="sending" aria-live="polite">
        {gathering !== null && <p>{t('import.gathering', { count: gathering })}</p>}
        {underway && (
          <>
            <label>
              {t('import.sending', {
                done: megabytes(underway.share * underway.bytes),
                all: megabytes(underway.bytes),
              })}{' '}
              {underway.parts > 1 && t('import.sendingParts', { part: underway.part, parts: underway.parts })}
              <progress value={underway.share} />
            </label>
            <button type="button" onClick={stop}>
              {t('import.cancel')}
            </button>
          </>
        )}
        {told.map((text) => (
          <p key={text} className="not-taken">
            {text}
          </p>
        ))}
      </div>
      {ids.map((id) => (
        <ImportJob key={id} id={id} />
      ))}
      {ids.length === 0 && <Latest />}
    </div>
  )
}
