import { useEffect, useRef, useState } from 'react'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/t.ts'
import { gatherChosen, gatherDropped, type Gathered } from './gather.ts'

interface Place {
  readonly busy: boolean
  /** How many files were found so far; null when the looking is over. */
  readonly onCount: (count: number | null) => void
  readonly onFiles: (files: readonly Gathered[]) => Promise<void>
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Where recordings come in. The whole page takes a drop; the buttons are for everybody else. */
export const DropPlace = ({ busy, onCount, onFiles }: Place) => {
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // Not among the attributes that the types know.
    if (folder.current) folder.current.webkitdirectory = true
  }, [])
  useEffect(() => {
    const hover = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      setOver(false)
      if (busy) return
      void gatherDropped(event.dataTransfer.items, onCount)
        .then(onFiles)
        .finally(() => onCount(null))
    }
    addEventListener('dragover', hover)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', hover)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [busy, onCount, onFiles])
  const choose = (input: HTMLInputElement): void => {
    const chosen = gatherChosen(input.files)
    input.value = ''
    if (chosen.length > 0) void onFiles(chosen)
  }
  return (
    <section className="drop-place" data-over={over} aria-label={t('import.title')}>
      <Icon name="import" size={30} />
      <p>{t(over ? 'import.dropNow' : 'import.drop')}</p>
      <div className="acts">
        <button type="button" className="go" disabled={busy} onClick={() => files.current?.click()}>
          {t('import.files')}
        </button>
        <button type="button" disabled={busy} onClick={() => folder.current?.click()}>
          {t('import.folder')}
        </button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t('import.files')}
        onChange={(event) => choose(event.target)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label={t('import.folder')}
        onChange={(event) => choose(event.target)}
      />
    </section>
  )
}
