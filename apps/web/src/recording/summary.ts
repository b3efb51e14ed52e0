import type { StreamView } from '@bell-lap/server'
import type { Figures } from '../words/figures.ts'
import { t } from '../words/t.ts'

/** A recording in a sentence: how far, how long, how fast, between which heart rates. */
export const summaryOf = (stream: StreamView, figures: Figures): string => {
  const metres = stream.distance_m.findLast((metre) => metre !== null) ?? 0
  const seconds = stream.time_s.at(-1) ?? 0
  const rates = stream.heart_rate_bpm.filter((rate) => rate !== null)
  const [low, high] = [Math.min(...rates), Math.max(...rates)]
  return t('chart.summary', {
    distance: figures.distance(metres),
    time: figures.clock(seconds),
    pace: (seconds > 0 ? figures.pace(metres / seconds) : undefined) ?? t('reps.none'),
    heart: rates.length === 0 ? '' : t('chart.summary.heart', { low: Math.round(low), high: Math.round(high) }),
  })
}

export interface Piece {
  readonly metres: number
  readonly seconds: number
  readonly speed: number
  readonly heartRate: number | undefined
}

/** The recording cut into pieces of so many metres: what the table shows of the curve. */
export const piecesOf = (stream: StreamView, metres: number): readonly Piece[] => {
  const pieces: Piece[] = []
  let from = { metre: 0, time: stream.time_s[0] ?? 0, index: 0 }
  for (const [index, metre] of stream.distance_m.entries()) {
    const time = stream.time_s[index]
    if (metre === null || time === undefined || metre < (pieces.length + 1) * metres) continue
    if (time > from.time) {
      const rates = stream.heart_rate_bpm.slice(from.index, index + 1).filter((rate) => rate !== null)
      const heartRate = rates.length > 0 ? rates.reduce((sum, rate) => sum + rate, 0) / rates.length : undefined
      const seconds = time - from.time
      pieces.push({ metres: metre, seconds, speed: (metre - from.metre) / seconds, heartRate })
    }
    from = { metre, time, index }
  }
  return pieces
}
