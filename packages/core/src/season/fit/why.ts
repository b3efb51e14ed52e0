import { estimate } from '../../workout/estimate.ts'
import type { Family } from '../../workout/family.ts'
import { isQuality, type Hardness } from '../../workout/hardness.ts'
import type { Workout } from '../../workout/workout.ts'
import type { Pacing } from './pacing.ts'

const OF_FAMILY: { readonly [F in Family]?: readonly string[] } = {
  threshold: ['R15', 'R16'],
  '5K': ['R19', 'R46'],
  mile: ['R22', 'R48'],
  '800': ['R22'],
  sprint: ['R124'],
}

const OF_HARDNESS: { readonly [H in Hardness]?: readonly string[] } = {
  race: ['R62'],
  test: ['R24', 'R151'],
  long: ['R14', 'R142'],
  easy: ['R13', 'R14'],
  rest: ['R122'],
  mobility: ['R134'],
  plyometrics: ['R138'],
  'heavy-strength': ['R92'],
  'light-strength': ['R93'],
}

/** Statements of the documents that a session serves, the most telling first. */
export const whyOf = (workout: Workout, hardness: Hardness, pacing: Pacing): readonly string[] => {
  const work = estimate(workout, pacing.speedAt, pacing.goal).bouts.filter(isQuality)
  const ofWork = work.flatMap(({ family }) => OF_FAMILY[family] ?? [])
  const roles = new Set(
    workout.steps
      .flatMap((part) => (part.kind === 'repeat' ? part.steps : [part]))
      .map((part) => (part.kind === 'step' ? part.role : '')),
  )
  const ofRoles = [
    ...(roles.has('hill') ? ['R125'] : []),
    ...(roles.has('kick') ? ['R158'] : []),
    ...(roles.has('strides') || roles.has('pickups') ? ['R124'] : []),
  ]
  return [...new Set([...ofRoles, ...ofWork, ...(OF_HARDNESS[hardness] ?? [])])]
}
