import type { PartView, SetView, StepView } from '@bell-lap/server'

/** A set as a coach says it: the recovery stands between the bouts, not behind the last. */
export interface Gathered {
  readonly kind: 'set'
  readonly times: number
  readonly parts: readonly Shown[]
  /** True where the last time is done without what follows a bout. */
  readonly between: boolean
}
export type Shown = StepView | Gathered

/**
 * Takes a set together again that was written out for its last time: `4 x (1200m, jog 400m), 1200m` is `5 x 1200m, jog
 * 400m` between them. Inner sets first, so that sets in sets come back whole.
 */
export const gather = (parts: readonly PartView[]): readonly Shown[] => {
  const shown = parts.map((part) => (part.kind === 'step' ? part : gatherSet(part)))
  const gathered: Shown[] = []
  for (let at = 0; at < shown.length; at += 1) {
    const part = shown[at]
    if (!part) continue
    const bouts = part.kind === 'set' && !part.between ? part.parts.slice(0, -1) : []
    const behind = shown.slice(at + 1, at + 1 + bouts.length)
    if (part.kind === 'set' && bouts.length > 0 && isRecovery(part.parts.at(-1)) && same(bouts, behind)) {
      gathered.push({ ...part, times: part.times + 1, between: true })
      at += bouts.length
    } else gathered.push(part)
  }
  return gathered
}

const gatherSet = ({ times, parts }: SetView): Gathered => ({
  kind: 'set',
  times,
  parts: gather(parts),
  between: false,
})

const isRecovery = (part: Shown | undefined): boolean =>
  part?.kind === 'step' && (part.role === 'recovery' || part.role === 'rest' || part.role === 'float')

const same = (one: readonly Shown[], other: readonly Shown[]): boolean =>
  one.length === other.length && one.map(nameOf).join('|') === other.map(nameOf).join('|')

const nameOf = (part: Shown): string =>
  part.kind === 'step' ? part.text : `${part.times}${part.between ? '-' : 'x'}(${part.parts.map(nameOf).join('|')})`
