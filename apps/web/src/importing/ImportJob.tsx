import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { ImportView } from '@bell-lap/server'
import { asking, useDoing } from '../api/queries.ts'
import { t } from '../words/t.ts'
import { FileRow } from './FileRow.tsx'

/** Events tell how it gets on; this often it is asked all the same, in case they do not come through. */
const ASK_AGAIN_MS = 2000
const SHOWN = 100

type Kind = ImportView['files'][number]['state'] | 'all' | 'asks'

/** One import: how far it is, what became of each file. */
export const ImportJob = ({ id }: { readonly id: string }) => {
  const [kind, setKind] = useState<Kind>('all')
  const [all, setAll] = useState(false)
  const stop = useDoing('DELETE /api/imports/:id', 'import', 'season')
  const { data, error } = useQuery({
    ...asking('GET /api/imports/:id', { params: { id } }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? ASK_AGAIN_MS : false),
  })
  if (error && !data) return error.problem.status === 404 ? null : <p className="not-taken">{error.message}</p>
  if (!data) return <div className="coming import-coming" aria-hidden="true" />
  const { state, files, total, finished, counts } = data
  const wanted = files.filter((file) => kind === 'all' || (kind === 'asks' ? file.asks !== null : file.state === kind))
  const kinds: readonly (readonly [Kind, number, string])[] = [
    ['all', files.length, t('import.show.all')],
    ['asks', files.filter(({ asks }) => asks !== null).length, t('import.show.asks')],
    ...(['added', 'known', 'duplicate', 'refused'] as const).map((each): readonly [Kind, number, string] => [
      each,
      counts[each],
      t(`import.file.${each}`),
    ]),
  ]
  return (
    <section className="import-job" aria-busy={state === 'running'}>
      <header>
        <h2 aria-live="polite">{t(`import.state.${state}`, { finished, total })}</h2>
        {state === 'running' && (
          <button type="button" disabled={stop.isPending} onClick={() => stop.mutate({ params: { id } })}>
            {t('import.cancel')}
          </button>
        )}
      </header>
      <progress
        value={finished}
        max={Math.max(1, total)}
        aria-label={t(`import.state.${state}`, { finished, total })}
      />
      <div className="acts import-kinds" role="group" aria-label={t('import.show')}>
        {kinds
          .filter(([each, count]) => each === 'all' || count > 0)
          .map(([each, count, name]) => (
            <button
              key={each}
              type="button"
              className="quiet"
              aria-pressed={kind === each}
              onClick={() => setKind(each)}
            >
              {name} <span className="soft">{count}</span>
            </button>
          ))}
      </div>
      <ul className="import-files">
        {wanted.slice(0, all ? undefined : SHOWN).map((file) => (
          <FileRow key={file.name} file={file} />
        ))}
      </ul>
      {!all && wanted.length > SHOWN && (
        <button type="button" onClick={() => setAll(true)}>
          {t('import.more', { count: wanted.length })}
        </button>
      )}
    </section>
  )
}
