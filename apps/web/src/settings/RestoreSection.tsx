import { useRef, useState } from 'react'
import { Refusal } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import { send } from '../importing/send.ts'
import { say } from '../shell/said.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'
import { Section } from './Section.tsx'

/** An archive back in. */
export const RestoreSection = () => {
  const figures = useFigures()
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number | null>(null)
  const [wrong, setWrong] = useState<Refusal | null>(null)
  const restore = async (file: File): Promise<void> => {
    setWrong(null)
    setShare(0)
    try {
      const back = await send('POST /api/restore', [{ file, name: file.name }], setShare).answer
      await queryClient.invalidateQueries()
      say(t('settings.restore.done', back))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setWrong(error)
    } finally {
      setShare(null)
    }
  }
  return (
    <Section id="restore" title={t('settings.restore')} lead={t('settings.restore.lead')}>
      <div className="acts">
        <button type="button" disabled={share !== null} onClick={() => input.current?.click()}>
          {t('settings.restore.choose')}
        </button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={t('settings.restore.choose')}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) void restore(file)
          target.value = ''
        }}
      />
      {share !== null && (
        <label className="restoring">
          {t('settings.restore.sending', { share: figures.percent(share) })}
          <progress value={share} />
        </label>
      )}
      {wrong && (
        <p className="wrong" role="alert">
          {wrong.message} {wrong.change}
        </p>
      )}
    </Section>
  )
}
