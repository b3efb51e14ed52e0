import type { LongUnit } from '../units/distance.ts'
import { slowedBy } from '../units/speed.ts'
import { paceText } from '../units/text.ts'
import type { PaceName } from './names.ts'
import { pointOf, spanOf, type PaceTable, type ResolvedPace } from './resolved.ts'

/** An author's own pace: seconds added to another, low end first. `pace T = 5K+15..25s/mi`. */
export interface OwnDefinition {
  readonly pace: PaceName
  readonly base: PaceName
  readonly from: number
  readonly to: number
  readonly per: LongUnit
}

export interface Defined {
  readonly table: PaceTable
  readonly notes: readonly string[]
}

const sign = (seconds: number): string => (seconds < 0 ? String(seconds) : `+${seconds}`)

/** `5K+15..25s/mi`. */
const definitionText = ({ base, from, to, per }: OwnDefinition): string =>
  `${base}${sign(from)}${from === to ? '' : `..${to}`}s/${per}`

const defined = (definition: OwnDefinition, base: ResolvedPace): ResolvedPace | undefined => {
  const { from, to, per } = definition
  const point = pointOf(base.speed)
  const speed = spanOf(slowedBy(point, from, per), slowedBy(point, to, per))
  if (!(speed.low > 0 && Number.isFinite(speed.high))) return undefined
  return {
    speed,
    basis: 'definition',
    from: `the plan: ${definitionText(definition)}`,
    formula: 'pace of the base plus the seconds that the plan’s author adds',
    inputs: { [definition.base]: paceText(point, per), definition: definitionText(definition) },
    notes: [],
  }
}

/**
 * The table with the author's own paces. A pace that is defined by another is worked out after it; one that is defined
 * through itself, or comes to no speed, is left as the model has it, with a note. The athlete's own marks stay.
 */
export const withDefinitions = (table: PaceTable, definitions: readonly OwnDefinition[]): Defined => {
  const last = new Map(definitions.map((definition) => [definition.pace, definition]))
  const full = new Map(table)
  const notes: string[] = []
  const done = new Set<PaceName>()
  const work = (pace: PaceName, above: readonly PaceName[]): void => {
    const definition = last.get(pace)
    if (!definition || done.has(pace)) return
    if (above.includes(pace)) {
      notes.push(`The plan defines ${pace} through itself (${definitionText(definition)}): left as the model has it.`)
      done.add(pace)
      return
    }
    work(definition.base, [...above, pace])
    if (done.has(pace)) return
    done.add(pace)
    const base = full.get(definition.base)
    if (!base) return
    const own = full.get(pace)
    const resolved = defined(definition, base)
    if (own?.basis === 'mark')
      notes.push(`The plan defines ${pace} as ${definitionText(definition)}; your own mark wins.`)
    else if (resolved) full.set(pace, resolved)
    else notes.push(`The plan’s ${pace} = ${definitionText(definition)} comes to no speed: left as the model has it.`)
  }
  for (const pace of last.keys()) work(pace, [])
  return { table: full, notes }
}
