import { useEffect, useRef, useState } from 'react'
import { useAnswer } from '../api/queries.ts'
import { MoveDialog } from '../moving/MoveDialog.tsx'
import { useShortcuts } from '../shell/shortcuts.ts'
import { AskedMove } from './AskedMove.tsx'
import { letDrag } from './drag.ts'
import { carryByKeys } from './keys.ts'
import { MovePanel } from './MovePanel.tsx'
import { PhaseBand } from './PhaseBand.tsx'
import { phasesOf } from './phases.ts'
import { Said } from './Said.tsx'
import { Toolbar } from './Toolbar.tsx'
import { goToWeek, stepWeek } from './weeks.ts'
import './calendar.css'

interface Picked {
  readonly session: string
  readonly title: string
}

/** The season, week under week. */
export const CalendarPage = () => {
  const view = useAnswer('GET /api/calendar', {})
  const weeks = useRef<HTMLDivElement>(null)
  const [picked, pick] = useState<Picked>()
  const { today } = view
  useEffect(() => (weeks.current ? letDrag(weeks.current) : undefined), [])
  useEffect(() => {
    // Behind the router's own way to the top of a new page; letters that come later would shift the weeks once more.
    const timer = setTimeout(() => void document.fonts.ready.then(() => goToWeek(weeks.current, today, 'auto')))
    return () => clearTimeout(timer)
  }, [today])
  useShortcuts({
    t: () => goToWeek(weeks.current, today, 'smooth'),
    j: () => stepWeek(weeks.current, 1),
    k: () => stepWeek(weeks.current, -1),
    m: () => {
      const card = document.activeElement?.closest<HTMLElement>('[data-session][data-free]')
      if (!card || !weeks.current) return
      void carryByKeys(weeks.current, card.dataset.session ?? '', card.dataset.title ?? '')
    },
  })
  return (
    <div className="page calendar">
      <Toolbar view={view} onToday={() => goToWeek(weeks.current, today, 'smooth')} />
      <div
        ref={weeks}
        onClick={(event) => {
          const button = event.target instanceof Element ? event.target.closest('[data-menu]') : null
          const card = button?.closest<HTMLElement>('[data-session]')
          if (card) pick({ session: card.dataset.session ?? '', title: card.dataset.title ?? '' })
        }}
      >
        {phasesOf(view.weeks).map((phase) => (
          <PhaseBand key={phase.weeks[0]?.number} phase={phase} today={today} />
        ))}
      </div>
      <Said view={view} />
      <MovePanel />
      <AskedMove />
      {picked && <MoveDialog session={picked.session} title={picked.title} onClose={() => pick(undefined)} />}
    </div>
  )
}
