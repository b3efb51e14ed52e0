import type { SeasonPreview } from '@bell-lap/server'
import { LevelMark } from '../editor/LevelMark.tsx'
import { t } from '../words/t.ts'

const RANK = { error: 0, warning: 1, note: 2 } as const
const SHOWN = 6

/** Where the season does not respect a rule: the weightiest first. */
export const PreviewFindings = ({ findings }: { readonly findings: SeasonPreview['findings'] }) => {
  const sorted = findings.toSorted((a, b) => RANK[a.level] - RANK[b.level])
  return (
    <section className="lane">
      <h3>{t('maker.findings')}</h3>
      {sorted.length === 0 && <p className="soft">{t('maker.findings.none')}</p>}
      <Listed findings={sorted.slice(0, SHOWN)} />
      {sorted.length > SHOWN && (
        <details>
          <summary>{t('maker.more', { count: sorted.length - SHOWN })}</summary>
          <Listed findings={sorted.slice(SHOWN)} />
        </details>
      )}
    </section>
  )
}

const Listed = ({ findings }: { readonly findings: SeasonPreview['findings'] }) => (
  <ul className="preview-findings">
    {findings.map((finding) => (
      <li key={`${finding.rule} ${finding.week ?? ''} ${finding.message}`}>
        <LevelMark level={finding.level} />
        <span>
          {finding.message} {finding.fix !== undefined && <span className="soft">{finding.fix}</span>}{' '}
          <span className="kicker">
            {finding.rule} · {finding.source}
          </span>
        </span>
      </li>
    ))}
  </ul>
)
