import type { FindingView } from '@bell-lap/server'
import { Popover } from '../shell/Popover.tsx'
import { t } from '../words/t.ts'
import './reasons.css'

/** What the rules say of the plan: the level as a word, the rule to be asked. */
export const Findings = ({ findings }: { readonly findings: readonly FindingView[] }) => (
  <ul>
    {findings.map((finding) => (
      <li key={`${finding.rule} ${finding.message}`} className="finding" data-level={finding.level}>
        <span>
          <b>{t(`level.${finding.level}`)}</b> {finding.message}
        </span>{' '}
        <Popover label={finding.rule} name={finding.rule}>
          <p>{finding.message}</p>
          {finding.fix !== undefined && <p>{t('finding.fix', { fix: finding.fix })}</p>}
          <p className="soft small">{t('finding.because', { rule: finding.rule, source: finding.source })}</p>
        </Popover>
      </li>
    ))}
  </ul>
)
