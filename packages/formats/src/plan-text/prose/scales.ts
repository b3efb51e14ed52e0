import { beatsPerMinute, type Target } from '@bell-lap/core'
import type { Atom } from './atoms.ts'
import type { Figure } from './figures.ts'
import { figureAt, isHyphen, isMark, senseAt, skipFillers, wordAt } from './reading-head.ts'
import type { TargetAt } from './targets.ts'

const ROMAN: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii']

const known = (target: Target, next: number): TargetAt => ({ target: { kind: 'known', target }, next })

const ends = (figure: Figure): { low: number; high?: number } =>
  figure.high === undefined ? { low: figure.low } : { low: figure.low, high: figure.high }

/** Heart-rate zones, perceived exertion, heart rate in beats or per cent. */
export const readScale = (atoms: readonly Atom[], at: number): TargetAt | undefined =>
  readZone(atoms, at) ?? readExertion(atoms, at) ?? readHeart(atoms, at)

const zoneNumber = (atoms: readonly Atom[], at: number): { low: number; high?: number } | undefined => {
  const figure = figureAt(atoms, at)
  if (figure && figure.unit === null && figure.low >= 1 && figure.low <= 7) return ends(figure)
  const roman = ROMAN.indexOf(wordAt(atoms, at)?.text ?? '')
  return roman >= 0 ? { low: roman + 1 } : undefined
}

/** `Z2`, `zone 3-4`, `Level II`, `Z3-Z4`. */
const readZone = (atoms: readonly Atom[], at: number): TargetAt | undefined => {
  if (!senseAt(atoms, at).zone) return undefined
  const first = zoneNumber(atoms, at + 1)
  if (!first) return undefined
  let next = at + 2
  let high = first.high
  const joined = isMark(atoms, next, '-/') || wordAt(atoms, next)?.text === 'to'
  if (joined) {
    const named = senseAt(atoms, next + 1).zone ? next + 2 : next + 1
    const second = zoneNumber(atoms, named)
    if (second && second.low > first.low) {
      high = second.low
      next = named + 1
    }
  }
  if (senseAt(atoms, next).heart === 'bpm') next++
  if (senseAt(atoms, next).paceNoun) next++
  return known({ kind: 'zone', zone: first.low, ...(high === undefined ? {} : { to: high }) }, next)
}

/** `RPE 7-8`, `7/10 effort`, `1-2/10`, `8 out of 10`, `effort 7`. */
const readExertion = (atoms: readonly Atom[], at: number): TargetAt | undefined => {
  const sense = senseAt(atoms, at)
  const named = sense.rpe === true || (sense.effort === true && sense.paceNoun === true)
  const start = named ? skipOf(atoms, at + 1) : at
  const figure = figureAt(atoms, start)
  if (!figure || figure.unit !== null || figure.low < 0 || figure.low > 10) return undefined
  const ten = outOfTen(atoms, start + 1)
  if (!ten && !(named && sense.rpe)) return undefined
  const { low, high } = ends(figure)
  if (high !== undefined && high > 10) return undefined
  let next = ten ?? start + 1
  while (senseAt(atoms, next).paceNoun || senseAt(atoms, next).rpe) next++
  return known({ kind: 'rpe', rpe: low, ...(high === undefined ? {} : { to: high }) }, next)
}

const skipOf = (atoms: readonly Atom[], at: number): number => {
  const next = skipFillers(atoms, at)
  return isMark(atoms, next, ':=') || isHyphen(atoms, next) ? next + 1 : next
}

const outOfTen = (atoms: readonly Atom[], at: number): number | undefined => {
  const spoken = wordAt(atoms, at)?.text === 'out' ? skipFillers(atoms, at) : undefined
  const behind = isMark(atoms, at, '/') ? at + 1 : spoken
  const ten = behind === undefined ? undefined : figureAt(atoms, behind)
  return behind !== undefined && ten?.low === 10 && ten.unit === null && ten.high === undefined ? behind + 1 : undefined
}

const isBeats = (figure: Figure | undefined): figure is Figure =>
  figure !== undefined && figure.unit === null && figure.low >= 60 && (figure.high ?? figure.low) <= 230

/** `HR 150-155`, `150 bpm`, `under 150 bpm`, `75% max HR`. */
const readHeart = (atoms: readonly Atom[], at: number): TargetAt | undefined => {
  const ahead = senseAt(atoms, at)
  const below = ahead.compare === 'faster' || isMark(atoms, at, '<')
  const label = ahead.heart === 'bpm'
  const start = label ? skipOf(atoms, at + 1) : below ? at + 1 : at
  const bound = label && (senseAt(atoms, start).compare === 'faster' || isMark(atoms, start, '<')) ? start + 1 : start
  const figure = figureAt(atoms, bound)
  const after = senseAt(atoms, bound + 1).heart
  if (!isBeats(figure) || (!label && after !== 'bpm')) return undefined
  const next = bound + 1 + (after === 'bpm' ? 1 : 0)
  const capped = below || bound > start
  const high = beatsPerMinute(figure.high ?? figure.low)
  return known({ kind: 'heart rate', ...(capped ? {} : { low: beatsPerMinute(figure.low) }), high }, next)
}

/** A per cent figure and the token behind its sign: `80%`, `80-85 %`, `90-2%` for 90 to 92. */
export const readPercent = (
  atoms: readonly Atom[],
  at: number,
): { low: number; high: number; next: number } | undefined => {
  const figure = figureAt(atoms, at)
  if (!figure || figure.unit !== null || figure.levels) return undefined
  if (isMark(atoms, at + 1, '%') || wordAt(atoms, at + 1)?.text === 'percent') {
    return { low: figure.low, high: figure.high ?? figure.low, next: at + 2 }
  }
  const tail = isMark(atoms, at + 1, '-') ? figureAt(atoms, at + 2) : undefined
  if (!tail || tail.unit !== null || !isMark(atoms, at + 3, '%') || tail.low >= 10) return undefined
  return { low: figure.low, high: Math.floor(figure.low / 10) * 10 + tail.low, next: at + 4 }
}
