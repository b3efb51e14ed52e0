import { t } from '../words/t.ts'
import './level.css'

const SIGN = { error: '✕', warning: '▲', note: 'i' } as const

/** How much a finding weighs: sign, word and colour. */
export const LevelMark = ({ level }: { readonly level: keyof typeof SIGN }) => (
  <span className="level" data-level={level}>
    <span aria-hidden="true">{SIGN[level]}</span> {t(`level.${level}`)}
  </span>
)
