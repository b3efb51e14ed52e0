import type { Draft, DraftGroup } from './draft.ts'
import { isHyphen, isMark, senseAt } from './reading-head.ts'
import { awaits, flushCue, spanAt, type Scan } from './scan.ts'

export const isBullet = (scan: Scan, at: number): boolean => isMark(scan.atoms, at, '-•*') && !isHyphen(scan.atoms, at)

/** Where a line begins that names a new part, or nothing follows. */
const isNewPart = (scan: Scan, at: number): boolean => {
  const start = isBullet(scan, at) ? at + 1 : at
  const { role, kind, label } = senseAt(scan.atoms, start)
  return (
    start >= scan.end ||
    isMark(scan.atoms, start, '\n') ||
    role === 'warmup' ||
    role === 'cooldown' ||
    kind !== undefined ||
    label === true
  )
}

/** The lines that a heading with a count repeats: bullets when the first is one, else up to a blank line or a new part. */
const linesEnd = (scan: Scan, from: number): number => {
  const bullets = isBullet(scan, from)
  let end = from
  while (end < scan.end) {
    if (isMark(scan.atoms, end, '\n') && (bullets ? !isBullet(scan, end + 1) : isNewPart(scan, end + 1))) break
    end++
  }
  return end
}

/** The rest of a sentence, up to a warm-up or cool-down. */
const sentenceEnd = (scan: Scan, from: number): number => {
  let end = from
  while (end < scan.end) {
    const close = scan.closing.get(end)
    const edge = isMark(scan.atoms, end, ',+') && /^(?:warmup|cooldown)$/.test(senseAt(scan.atoms, end + 1).role ?? '')
    if (isMark(scan.atoms, end, ';\n') || edge || (isMark(scan.atoms, end, '.') && end + 1 < scan.end)) break
    end = close === undefined || close >= scan.end ? end + 1 : close + 1
  }
  return end
}

/** `2 sets of: 400, 300, 200`, `5 rounds of:` and lines below: everything that the count repeats, as one group. */
export const readBlock = (scan: Scan, at: number): number | undefined => {
  const heading = scan.current
  if (!awaits(heading) || heading.counts.length === 0 || scan.depth > 20) return undefined
  const line = isMark(scan.atoms, at, '\n') ? at : isMark(scan.atoms, at + 1, '\n') ? at + 1 : undefined
  const from = line === undefined ? at + 1 : line + 1
  const end = line === undefined ? sentenceEnd(scan, from) : linesEnd(scan, from)
  if (end <= from) return undefined
  flushCue(scan)
  const items = scan.deeper(scan, isBullet(scan, from) ? from + 1 : from, end)
  const counts = heading.counts
  if (heading.roles.length === 0 && heading.targets.length === 0 && scan.out.at(-1) === heading) scan.out.pop()
  else {
    heading.counts = []
    heading.label = true
  }
  scan.current = undefined
  const outside = [...popSetRecovery(items), ...(line === undefined ? [] : popLastLine(items))]
  const group: DraftGroup = { kind: 'group', items, counts, glued: true, ...spanAt(scan, from, end) }
  scan.out.push(group, ...outside)
  return end
}

/** Twice as long as what is repeated, and told behind its recovery: the line after the block. */
const popLastLine = (items: Draft[]): Draft[] => {
  const last = items.at(-1)
  const joint = items.at(-2)
  const before = items.at(-3)
  const [first] = items
  if (last?.kind !== 'bout' || first?.kind !== 'bout' || joint?.kind !== 'break' || joint.strength !== 'line') return []
  const rested = before?.kind === 'recovery' || (before?.kind === 'bout' && before.loose !== undefined)
  const longer =
    last.figure && first.figure && last.figure.unit === first.figure.unit && last.figure.low >= first.figure.low * 2
  if (!rested || !longer || last.counts.length > 0) return []
  items.splice(-2)
  return [joint, last]
}

/** A recovery between sets at the end belongs to the sets, not to what is inside them. */
const popSetRecovery = (items: Draft[]): Draft[] => {
  const last = items.at(-1)
  if (last?.kind !== 'recovery' || last.scope !== 'set') return []
  items.pop()
  while (['break', 'with'].includes(items.at(-1)?.kind ?? '')) items.pop()
  return [last]
}
