import type { NeighbourView, SessionView } from '@bell-lap/server'
import { t } from '../words/t.ts'
import { spoken } from './spoken.ts'
import { stepsIn } from './bars.ts'
import { gather } from './gather.ts'
import { Because, Reason } from './Reasons.tsx'

/** Why this session on this day: what it serves, how far it stands from its neighbours, what to think of. */
export const WhyToday = ({ view, lead }: { readonly view: SessionView; readonly lead: string }) => {
  const [first, ...others] = view.why
  const hours = view.neighbours.map(hoursText)
  if (!first && hours.length === 0 && view.cue === null) return null
  return (
    <p className="why">
      <b>{lead}</b> {first && <>{sentence(first.text)} </>}
      {first && (
        <span className="rules">
          {[first, ...others].map((reason) => (
            <Reason key={reason.rule} reason={reason} />
          ))}
        </span>
      )}{' '}
      {hours.length > 0 && `${capital(hours.join(', '))}. `}
      {view.cue !== null && (
        <>
          {t('why.cue')} <b>{view.cue}</b>.{' '}
        </>
      )}
      {view.paces_from !== null && isPaced(view) && <Because label={t('why.paces')} text={view.paces_from} />}
    </p>
  )
}

/** Strength rests on no pace. */
const isPaced = (view: SessionView): boolean => stepsIn(gather(view.parts)).some((step) => step.aim?.kind === 'speed')

const hoursText = ({ hours, title, side }: NeighbourView): string =>
  t(side === 'before' ? 'why.hours.after' : 'why.hours.before', { hours: Math.round(hours), title: spoken(title) })

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
