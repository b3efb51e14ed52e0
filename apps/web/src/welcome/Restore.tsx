import { useRef } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { Call } from '@bell-lap/server'
import { addressOf, refusalOf, type Refusal } from '../api/client.ts'
import { refresh } from '../api/queries.ts'
import { refuse, say } from '../shell/said.ts'
import { t } from '../words/t.ts'

type Restored = Call<'POST /api/restore'>['reply']

const restore = async (file: File): Promise<Restored> => {
  const body = new FormData()
  body.append('file', file)
  const response = await fetch(addressOf('POST /api/restore'), { method: 'POST', body })
  if (!response.ok) throw await refusalOf(response)
  const restored: Restored = await response.json()
  return restored
}

/** Everything back from an archive: a button that asks for the file. */
export const Restore = () => {
  const input = useRef<HTMLInputElement>(null)
  const task = useMutation<Restored, Refusal, File>({
    mutationFn: restore,
    onError: refuse,
    onSuccess: async ({ seasons, activities }) => {
      await refresh('season', 'import', 'settings', 'plans')
      say(t('welcome.restored', { count: seasons, activities }))
    },
  })
  return (
    <>
      <button type="button" disabled={task.isPending} onClick={() => input.current?.click()}>
        {task.isPending ? t('welcome.restore.reading') : t('welcome.restore')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={t('welcome.restore')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) task.mutate(file)
          event.target.value = ''
        }}
      />
    </>
  )
}
