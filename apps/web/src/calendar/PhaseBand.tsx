import { t } from '../words/t.ts'
import type { Phase } from './phases.ts'
import { WeekRow } from './WeekRow.tsx'

/** The weeks of one phase, with its name beside them. */
export const PhaseBand = ({ phase, today }: { readonly phase: Phase; readonly today: string }) => (
  <section className="phase">
    <h2>
      <span>{phase.name ?? t('calendar.noPhase')}</span>
    </h2>
    <div>
      {phase.weeks.map((week) => (
        <WeekRow key={week.monday} week={week} today={today} />
      ))}
    </div>
  </section>
)
