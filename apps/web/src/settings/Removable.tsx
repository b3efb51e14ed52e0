import type { ReactNode } from 'react'
import { t } from '../words/t.ts'

interface Listed {
  readonly items: readonly { readonly key: string; readonly name: string; readonly shown: ReactNode }[]
  readonly onRemove: (index: number) => void
}

/** A short list, each entry with a way to take it out. */
export const Removable = ({ items, onRemove }: Listed) =>
  items.length === 0 ? (
    <p className="soft">{t('settings.none')}</p>
  ) : (
    <ul className="removable">
      {items.map(({ key, name, shown }, index) => (
        <li key={key}>
          <span>{shown}</span>
          <button
            type="button"
            className="quiet"
            aria-label={t('settings.remove', { what: name })}
            onClick={() => onRemove(index)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  )
