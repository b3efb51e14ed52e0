import { useEffect, useId, useRef, useState } from 'react'
import { useSearch } from '@tanstack/react-router'
import type { SessionCard, WeekView } from '@bell-lap/server'
import { spoken } from '../drawing/spoken.ts'
import { useShortcuts } from '../shell/shortcuts.ts'
import { useFigures } from '../words/display.ts'
import { t } from '../words/t.ts'

const MOST_SHOWN = 12

/** Finds sessions by what they say: `1200`, `strength`, `threshold`. */
export const Search = ({ weeks }: { readonly weeks: readonly WeekView[] }) => {
  const [asked, ask] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  const { dayShort } = useFigures()
  const { find } = useSearch({ from: '/calendar' })
  useEffect(() => (find === true ? input.current?.focus() : undefined), [find])
  useShortcuts({ '/': () => input.current?.focus() })
  const found = asked.trim() === '' ? [] : matches(weeks, asked)
  return (
    <div
      className="search"
      role="search"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && ask('')}
    >
      <input
        ref={input}
        type="search"
        value={asked}
        placeholder={t('calendar.find')}
        aria-label={t('calendar.find')}
        aria-controls={list}
        onChange={(event) => ask(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && ask('')}
      />
      <div id={list} className="found" hidden={asked.trim() === ''}>
        <p className="soft small" role="status">
          {t('calendar.found', { count: found.length })}
        </p>
        <ul>
          {found.slice(0, MOST_SHOWN).map((card) => (
            <li key={card.id}>
              <a href={`/sessions/${encodeURIComponent(card.id)}`}>
                {spoken(card.title)} <span className="soft">{dayShort(card.day)}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

const matches = (weeks: readonly WeekView[], asked: string): readonly SessionCard[] => {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
  return weeks
    .flatMap((week) => week.days.flatMap((day) => day.sessions))
    .filter((card) => {
      const text = `${card.title} ${spoken(card.title)} ${card.text} ${card.kind} ${card.hardness}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
}
