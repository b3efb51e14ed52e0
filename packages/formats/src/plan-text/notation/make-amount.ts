import { amountIn, SECONDS_PER, type Amount, type Duration, type Extent, type RelativeExtent } from '@bell-lap/core'

/** Decimals that are ever printed. */
const MOST_DECIMALS = 9
/** Relative difference below which two numbers print alike: far below what is run, far above the noise of conversion. */
const SAME = 1e-10

/** The shortest decimal that says the number: 8, 1.5, 0.25. Figures below nothing print as 0: they are no lengths. */
export const spell = (amount: number): string => {
  if (!Number.isFinite(amount) || amount <= 0) return '0'
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals += 1) {
    const text = amount.toFixed(decimals)
    if (Math.abs(Number(text) - amount) <= SAME * amount) return text
  }
  return amount.toFixed(MOST_DECIMALS).replace(/\.?0+$/, '')
}

/** `3`, `3-4`. */
export const spellRange = (low: number, high: number | undefined): string =>
  high === undefined ? spell(low) : `${spell(low)}-${spell(high)}`

/** One stretch without its twin: `8mi`, `3-4km`, `20min`. */
const makeStretch = (amount: Amount): string => {
  const figure = (value: Amount): readonly [number, number | undefined] => {
    if (value.kind === 'distance') {
      return [amountIn(value.distance, value.unit), value.to === undefined ? undefined : amountIn(value.to, value.unit)]
    }
    const per = SECONDS_PER[value.unit]
    return [value.duration / per, value.to === undefined ? undefined : value.to / per]
  }
  return `${spellRange(...figure(amount))}${amount.unit}`
}

/** `8mi`, `3-4km`, `9mi (90min)`: in the unit that the coach wrote. */
export const makeAmount = (amount: Amount): string => {
  const stretch = makeStretch(amount)
  return amount.or === undefined ? stretch : `${stretch} (${makeStretch(amount.or)})`
}

const makeRelative = ({ relative, share, measure }: RelativeExtent): string => {
  const word = relative === 'share' ? makeShare(share) : relative
  return measure === undefined ? word : `${word} ${measure}`
}

const makeShare = (share: RelativeExtent['share']): string => {
  if (share === undefined) return '?%'
  return `${spellRange(share.low * 100, share.high === share.low ? undefined : share.high * 100)}%`
}

/** Canonical text of a length: `1000m`, `equal time`, `every 90s`, `remaining`, `open`; `?` where none is stated. */
export const makeExtent = (extent: Extent | null): string => {
  if (extent === null) return '?'
  switch (extent.kind) {
    case 'distance':
    case 'time':
      return makeAmount(extent)
    case 'relative':
      return makeRelative(extent)
    case 'cycle':
      return `every ${spell(extent.duration / SECONDS_PER[extent.unit])}${extent.unit}`
    case 'remaining':
    case 'open':
      return extent.kind
    default:
      return extent satisfies never
  }
}

/** A time of an exercise or its rest, in the unit a coach would say: `45s`, `90s`, `3min`. */
export const makeShortTime = (low: Duration, high?: Duration): string => {
  const minutes = low >= 120 && low % 60 === 0 && (high ?? 0) % 60 === 0
  const per = minutes ? 60 : 1
  return `${spellRange(low / per, high === undefined ? undefined : high / per)}${minutes ? 'min' : 's'}`
}
