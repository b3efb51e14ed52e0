import type { RepView } from '@bell-lap/server'

/** Half the width of the drawing, and how many target widths it spans. */
const HALF = 50
const REACH = 4

/** A split against its target: the target is the grey band in the middle, faster is left of it, slower right. */
export const DeltaBar = ({ rep }: { readonly rep: RepView }) => {
  const speeds = rep.planned?.speed_mps
  if (!speeds || rep.speed_mps === null || rep.speed_mps <= 0) return null
  const [slow, fast] = speeds
  const middle = (1 / slow + 1 / fast) / 2
  const half = Math.max((1 / slow - 1 / fast) / 2, middle * 0.004)
  const off = (1 / rep.speed_mps - middle) / half / REACH
  const x = HALF + placed(off, rep.verdict) * (HALF - 2)
  return (
    <svg className="delta" viewBox="0 0 100 14" width="100" height="14" data-verdict={rep.verdict} aria-hidden="true">
      <rect className="axis" x="0" y="6.5" width="100" height="1" />
      <rect className="band" x={HALF - HALF / REACH} y="2.5" width={(2 * HALF) / REACH} height="9" rx="2" />
      <rect className="mark" x={x - 2} y="0" width="4" height="14" rx="2" />
    </svg>
  )
}

/** The verdict knows the watch's whole seconds: what it calls on target is drawn inside the band, the rest outside. */
const placed = (off: number, verdict: RepView['verdict']): number => {
  const edge = 1 / REACH
  if (verdict === 'on') return Math.max(-edge, Math.min(edge, off))
  const out = verdict === 'slow' ? Math.max(edge * 1.3, off) : verdict === 'fast' ? Math.min(-edge * 1.3, off) : off
  return Math.max(-1, Math.min(1, out))
}
