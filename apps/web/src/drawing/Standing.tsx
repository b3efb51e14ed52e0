import type { SessionCard } from '@bell-lap/server'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/t.ts'
import './standing.css'

/** What became of a session: word, icon and colour together. */
export const Standing = ({ of }: { readonly of: SessionCard['standing'] }) => (
  <span className="standing" data-standing={of}>
    <Icon name={of} size={14} />
    {t(`standing.${of}`)}
  </span>
)
