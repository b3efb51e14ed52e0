import { figureAt, isHyphen, isMark, senseAt, skipFillers, wordAt } from './reading-head.ts'
import { type Reader, type Scan, awaits, flushCue, spanAt } from './scan.ts'

/** `Total: 9 miles`, `= 9 miles`, `8 km total`, `9 km in all`. */
export const readTotal: Reader = (scan, at) => {
  const equals = isMark(scan.atoms, at, '=') && scan.out.length > 0
  if (!equals && !senseAt(scan.atoms, at).total) return undefined
  const start = skipFillers(
    scan.atoms,
    isMark(scan.atoms, at + 1, ':=') || isHyphen(scan.atoms, at + 1) ? at + 2 : at + 1,
  )
  const behind = isMark(scan.atoms, start, ':') ? start + 1 : start
  const figure = figureAt(scan.atoms, behind)
  if (figure && !scan.current?.figure) {
    flushCue(scan)
    if (awaits(scan.current) && scan.current.counts.length === 0 && scan.current === scan.out.at(-1))
      scan.current = undefined
    const unit =
      figure.unit ??
      (/miles|mileage/.test(wordAt(scan.atoms, at)?.text ?? '')
        ? 'mi'
        : /km/.test(wordAt(scan.atoms, at)?.text ?? '')
          ? 'km'
          : null)
    scan.out.push({ kind: 'total', figure: { ...figure, unit }, ...spanAt(scan, at, behind + 1) })
    return behind + 1
  }
  const bout = scan.current
  const own = bout?.figure !== undefined && bout.counts.length === 0 && !equals && isMark(scan.atoms, at + 1, ':')
  if (figure && !own && (equals || isMark(scan.atoms, at + 1, ':'))) {
    scan.out.push({ kind: 'total', figure, ...spanAt(scan, at, behind + 1) })
    scan.current = undefined
    return behind + 1
  }
  if (!bout?.figure || bout.counts.length > 0 || equals) return equals ? at + 1 : undefined
  if (isEdgeAt(scan, at + 1) || (bout.roles.includes('warmup') && bout.roles.includes('cooldown'))) {
    // `4 km in total w/u + c/d`: the sum of both, the split is not told.
    bout.cues.push({ from: bout.figure.from, to: spanAt(scan, at).to })
    delete bout.figure
    return at + 1
  }
  scan.out.splice(scan.out.lastIndexOf(bout), 1, {
    kind: 'total',
    figure: bout.figure,
    from: bout.from,
    to: spanAt(scan, at).to,
  })
  scan.current = undefined
  return at + 1
}

const isEdgeAt = (scan: Scan, at: number): boolean => {
  const { role } = senseAt(scan.atoms, skipFillers(scan.atoms, at))
  return role === 'warmup' || role === 'cooldown'
}
