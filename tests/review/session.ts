import type { Random } from './random.ts'
import type { Leg } from './runner.ts'

/** A session as planned, and as somebody ran it. */
export interface Simulated {
  readonly text: string
  readonly legs: readonly Leg[]
}

interface Set {
  readonly times: number
  readonly rep: { readonly distance?: number; readonly duration?: number }
  readonly rest: { readonly distance?: number; readonly duration?: number; readonly mode: 'jog' | 'walk' | 'stand' }
  readonly pace: string
  readonly speed: number
}

const DISTANCES = [200, 300, 400, 600, 800, 1000, 1200, 1600, 2000] as const
const TIMES = [30, 45, 60, 90, 120, 180, 240, 300, 360, 480] as const

/** Speed for a length, for a runner of 5 km at 1: longer is slower (Riegel 1981, exponent 1.06). */
const speedFor = (fitness: number, distance: number): number => fitness * (Math.max(distance, 800) / 5000) ** -0.06

const setOf = (random: Random, fitness: number): Set => {
  const byDistance = random.chance(0.6)
  const distance = random.pick(DISTANCES)
  const duration = random.pick(TIMES)
  const about = byDistance ? distance : duration * fitness
  const most = Math.max(2, Math.min(16, Math.floor(random.between(3000, 7000) / about)))
  const speed = speedFor(fitness, about * 3)
  const mode = random.pick<Set['rest']['mode']>(['jog', 'jog', 'walk', 'stand'])
  const time = (byDistance ? distance / speed : duration) * random.between(0.5, 1.1)
  const rest: Set['rest'] =
    mode === 'jog' && byDistance && random.chance(0.6)
      ? { distance: Math.max(100, Math.round(distance / 2 / 100) * 100), mode }
      : { duration: Math.max(30, Math.round(time / 15) * 15), mode }
  return {
    times: Math.max(3, Math.min(most, 12)),
    rep: byDistance ? { distance } : { duration },
    rest,
    pace: about < 500 ? 'mile' : '5K',
    speed,
  }
}

const lengthText = ({ distance, duration }: { distance?: number; duration?: number }): string => {
  if (distance !== undefined) return `${distance}m`
  return duration !== undefined && duration % 60 === 0 ? `${duration / 60}min` : `${duration}s`
}

const setText = ({ times, rep, rest, pace }: Set): string => {
  const manner = rest.mode === 'stand' ? 'rest' : rest.mode
  return `${times} x ${lengthText(rep)} @${pace}, ${manner} ${lengthText(rest)}`
}

const restSpeed = (mode: Set['rest']['mode'], fitness: number): number =>
  mode === 'stand' ? 0.1 : mode === 'walk' ? 1.4 : fitness * 0.58

const setLegs = (set: Set, random: Random, fitness: number): Leg[] => {
  const { rep, rest, speed } = set
  const seconds = rep.duration ?? (rep.distance ?? 0) / speed
  const skipped = random.chance(0.12) ? random.whole(1, 2) : 0
  const extra = skipped === 0 && random.chance(0.08) ? 1 : 0
  const done = Math.max(2, set.times - skipped + extra)
  const hasPause = rest.mode === 'stand' && random.chance(0.4)
  const legs: Leg[] = []
  for (let index = 0; index < done; index++) {
    const thumb = rep.duration === undefined ? {} : { duration: Math.round(rep.duration + random.normal()) }
    legs.push({ kind: 'rep', speed, ...rep, ...thumb, length: seconds })
    if (index === done - 1) break
    const way = rest.mode === 'jog' && rest.distance !== undefined
    const usual = rest.duration ?? (rest.distance ?? 0) / (fitness * 0.58)
    const length = way
      ? { distance: (rest.distance ?? 0) * random.between(0.95, 1.05) }
      : { duration: Math.round(usual * random.between(0.9, 1.2)) }
    legs.push({
      kind: 'recovery',
      speed: restSpeed(rest.mode, fitness),
      ...length,
      length: usual,
      ...(hasPause ? { paused: true } : {}),
    })
  }
  return legs
}

const easyLeg = (random: Random, fitness: number, low: number, high: number): Leg => {
  const duration = random.whole(low, high)
  return { kind: 'easy', speed: fitness * random.between(0.64, 0.74), duration, length: duration }
}

/** A random session of one or two sets, with or without warm-up and cool-down, and the legs of whoever ran it. */
export const sessionOf = (random: Random): Simulated => {
  const fitness = random.between(3.3, 5.5)
  const sets = Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => setOf(random, fitness))
  const legs: Leg[] = random.chance(0.85) ? [easyLeg(random, fitness, 300, 1200)] : []
  sets.forEach((set, index) => {
    if (index > 0) legs.push({ kind: 'recovery', speed: fitness * 0.55, duration: random.whole(150, 300), length: 200 })
    legs.push(...setLegs(set, random, fitness))
  })
  if (random.chance(0.85)) legs.push(easyLeg(random, fitness, 240, 900))
  return { text: sets.map(setText).join(' + '), legs }
}
