import type { ReasonView } from '@bell-lap/server'
import { Popover } from '../shell/Popover.tsx'
import { t } from '../words/t.ts'
import './reasons.css'

/** A rule's number that can be asked: its own words and the document they stand in. */
export const Reason = ({ reason }: { readonly reason: ReasonView }) => (
  <Popover label={reason.rule} name={t('why.title')}>
    <p>{reason.text}</p>
    <p className="soft small">{t('why.source', { rule: reason.rule, source: reason.source })}</p>
  </Popover>
)

/** A figure that can be asked where it comes from. */
export const Because = ({
  label,
  text,
  rule,
}: {
  readonly label: string
  readonly text: string
  readonly rule?: string | undefined
}) => (
  <Popover label={label} name={label}>
    <p>{text}</p>
    {rule !== undefined && <p className="soft small">{rule}</p>}
  </Popover>
)
