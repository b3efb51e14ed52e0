import type { ReactNode } from 'react'
import type { AthleteJson } from './athlete-json.ts'

/** What a section that edits the athlete is given. */
export interface Editing {
  readonly athlete: AthleteJson
  readonly onChange: (athlete: AthleteJson) => void
}

interface Asked {
  readonly id: string
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

/** One subject of the settings. */
export const Section = ({ id, title, lead, children }: Asked) => (
  <section id={id} className="settings-section" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {lead !== undefined && <p className="soft settings-lead">{lead}</p>}
    {children}
  </section>
)
