import type { SeasonPreview } from '@bell-lap/server'
import { t } from '../words/t.ts'

type Decision = SeasonPreview['decisions'][number]

const SUBJECTS = ['entry', 'assumption', 'weeks', 'volume', 'races', 'strength', 'session', 'place'] as const
type Subject = (typeof SUBJECTS)[number] | 'other'

const subjectOf = ({ about }: Decision): Subject => SUBJECTS.find((subject) => subject === about) ?? 'other'

/** Decisions for one and the same reason are told together. */
const byReason = (decisions: readonly Decision[]): readonly (readonly [string, readonly Decision[]])[] => [
  ...Map.groupBy(decisions, ({ because }) => because).entries(),
]

/** Why the season is as it is, by what was decided. */
export const Decisions = ({ decisions }: { readonly decisions: SeasonPreview['decisions'] }) => {
  const groups = Map.groupBy(decisions, subjectOf)
  const told = [...SUBJECTS, 'other' as const].filter((subject) => groups.has(subject))
  if (told.length === 0) return null
  return (
    <section className="lane">
      <h3>{t('maker.decisions')}</h3>
      {told.map((subject) => {
        const list = groups.get(subject) ?? []
        return (
          <details key={subject} open={subject === 'entry' || subject === 'assumption'}>
            <summary>
              {t(`maker.about.${subject}`)} <span className="soft">{list.length}</span>
            </summary>
            <ul className="decisions">
              {byReason(list).map(([because, same]) => (
                <li key={because}>
                  {same.slice(0, 3).map(({ what }) => (
                    <p key={what}>{what}</p>
                  ))}
                  {same.length > 3 && <p className="soft">{t('maker.more', { count: same.length - 3 })}</p>}
                  <p className="kicker">
                    {because}
                    {same[0]?.rule === undefined ? '' : ` (${same[0].rule})`}
                  </p>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </section>
  )
}
