import { useQuery } from '@tanstack/react-query'
import type { Display } from '@bell-lap/server'
import { asking } from '../api/queries.ts'
import { figuresOf, type Figures } from './figures.ts'

const FIRST: Display = { unit: 'km', theme: 'system', shortcuts: true, locale: null }

const KEPT = 'display'

/** What this browser showed last: the first paint needs no answer of the server for it. */
const keptDisplay = (): Display => {
  try {
    const kept: Partial<Display> = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    return { ...FIRST, ...kept }
  } catch {
    return FIRST
  }
}

let kept = keptDisplay()

/** Remembers the settings for the next first paint, and puts the theme on the page. */
export const keepDisplay = (display: Display): void => {
  kept = display
  const root = document.documentElement
  if (display.theme === 'system') delete root.dataset.theme
  else root.dataset.theme = display.theme
  try {
    localStorage.setItem(KEPT, JSON.stringify(display))
    localStorage.setItem('theme', display.theme)
  } catch {
    // Storage is shut: the settings come with the next answer.
  }
}

/** How this athlete wants things shown. */
export const useDisplay = (): Display => useQuery(asking('GET /api/settings', {})).data?.display ?? kept

let made: { readonly key: string; readonly figures: Figures } | undefined

/** Amounts and days in the athlete's own unit and locale. */
export const useFigures = (): Figures => {
  const { unit, locale } = useDisplay()
  const key = `${unit} ${locale ?? ''}`
  if (made?.key !== key) made = { key, figures: figuresOf({ unit, locale }) }
  return made.figures
}
