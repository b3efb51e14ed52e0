import type { Athlete } from '../athlete/athlete.ts'
import type { Allow, Annotated, Place, Plan } from '../plan/plan.ts'
import type { Schedule } from '../schedule/schedule.ts'
import { RULES } from './all.ts'
import type { Finding, Level } from './finding.ts'
import type { Breach, Rule } from './rule.ts'

/** Figures that replace the rules' defaults: rule id, then parameter name. */
export type Settings = { readonly [rule: string]: { readonly [parameter: string]: number } }

export interface CheckOptions {
  readonly athlete?: Athlete
  readonly settings?: Settings
  /** For tests: other rules than all. */
  readonly rules?: readonly Rule[]
}

/** Every place where the plan does not respect a rule, in the order of the plan; what `allow` silences is left out. */
export const check = (schedule: Schedule, options: CheckOptions = {}): readonly Finding[] => {
  const rules = options.rules ?? RULES
  const permits = permitsOf(schedule.plan)
  const found = rules.flatMap((rule) =>
    breachesOf(rule, schedule, options)
      .filter((breach) => !isPermitted(permits, rule, breach, schedule))
      .map((breach) => findingOf(rule, breach, schedule.plan)),
  )
  return [...found, ...unused(permits, rules)].toSorted((a, b) => orderOf(schedule, a) - orderOf(schedule, b))
}

const breachesOf = (rule: Rule, schedule: Schedule, { athlete, settings }: CheckOptions): readonly Breach[] => {
  if (rule.needsAthlete && !athlete) return []
  const figures: { [name: string]: number } = {}
  for (const [name, { value }] of Object.entries(rule.parameters)) figures[name] = settings?.[rule.id]?.[name] ?? value
  return rule.check({ schedule, athlete: athlete ?? null, figures })
}

const findingOf = (rule: Rule, breach: Breach, plan: Plan): Finding => ({
  level: levelFor(rule, breach.level ?? rule.level, plan),
  rule: rule.id,
  source: sourceText(rule),
  message: breach.message,
  place: breach.place,
  ...(breach.fix === undefined ? {} : { fix: breach.fix }),
})

/**
 * A rule of safety binds every plan, a document's rules the plans that follow it. A plan that follows none is bound by
 * what is general practice, not by a document's own style. To the others a rule speaks as a note.
 */
const levelFor = (rule: Rule, level: Level, plan: Plan): Level => (binds(rule, plan) ? level : 'note')

const binds = ({ statements, always, style }: Rule, { follows }: Plan): boolean => {
  if (always || statements.length === 0) return true
  if (follows.length === 0) return !style
  return statements.some(({ document }) => follows.includes(document))
}

/** `R40 000`, several and the conflicts that it settles joined by commas; `convention` where no document speaks. */
export const sourceText = ({ statements, conflicts = [], basis }: Rule): string => {
  const spoken = statements.map(({ number, document }) => `${number} ${document}`)
  return [...(spoken.length > 0 ? spoken : [basis ?? 'convention']), ...conflicts].join(', ')
}

interface Permit {
  readonly allow: Allow
  readonly place: Place
  used: boolean
}

const permitsOf = (plan: Plan): Permit[] => {
  const permits: Permit[] = []
  const add = (element: Annotated, place: Place): void => {
    for (const allow of element.allows ?? []) permits.push({ allow, place, used: false })
  }
  add(plan, { kind: 'plan' })
  let week = 0
  plan.phases.forEach((phase, index) => {
    add(phase, { kind: 'phase', phase: index })
    for (const each of phase.weeks) {
      add(each, { kind: 'week', week })
      each.sessions.forEach((session, number) => add(session, { kind: 'session', week, session: number }))
      week++
    }
  })
  return permits
}

const isPermitted = (permits: readonly Permit[], rule: Rule, breach: Breach, schedule: Schedule): boolean => {
  const fitting = permits.filter(
    ({ allow, place }) => isNamed(rule, allow.rule) && covers(place, breach.place, schedule),
  )
  for (const permit of fitting) permit.used = true
  return fitting.length > 0
}

const isNamed = (rule: Rule, name: string): boolean =>
  rule.id === name || rule.statements.some(({ number }) => number === name)

/** Whether an element holds a place: the plan holds all, a phase its weeks, a week its days and sessions. */
const covers = (outer: Place, inner: Place, schedule: Schedule): boolean => {
  switch (outer.kind) {
    case 'plan':
      return true
    case 'phase':
      return inner.kind === 'phase'
        ? inner.phase === outer.phase
        : inner.kind !== 'plan' && schedule.weeks[inner.week]?.phaseIndex === outer.phase
    case 'week':
      return inner.kind !== 'plan' && inner.kind !== 'phase' && inner.week === outer.week
    case 'day':
      return inner.kind === 'day' && inner.week === outer.week && inner.day === outer.day
    case 'session':
      return inner.kind === 'session'
        ? inner.week === outer.week && inner.session === outer.session
        : holdsDay(outer, inner, schedule)
    default:
      return outer satisfies never
  }
}

const holdsDay = (outer: Extract<Place, { kind: 'session' }>, inner: Place, schedule: Schedule): boolean =>
  inner.kind === 'day' &&
  inner.week === outer.week &&
  schedule.weeks[outer.week]?.source.sessions[outer.session]?.day === inner.day

/** `allow` that silences nothing, or names no rule, is itself reported; of a rule that was not asked nothing is known. */
const unused = (permits: readonly Permit[], rules: readonly Rule[]): readonly Finding[] =>
  permits
    .filter(({ used }) => !used)
    .flatMap(({ allow, place }) => {
      if (rules.some((rule) => isNamed(rule, allow.rule))) return [noLongerNeeded(allow, place)]
      return RULES.some((rule) => isNamed(rule, allow.rule)) ? [] : [unknownRule(allow, place)]
    })

const noLongerNeeded = ({ rule }: Allow, place: Place): Finding => ({
  level: 'note',
  rule: 'unused-allow',
  source: 'notation',
  place,
  message: `Nothing here breaks ${rule}: this allow is no longer needed.`,
  fix: 'Delete the allow line.',
})

const unknownRule = ({ rule }: Allow, place: Place): Finding => ({
  level: 'warning',
  rule: 'unknown-rule',
  source: 'notation',
  place,
  message: `No rule is called ${rule}: name a rule's id or its R number.`,
  fix: 'See the list of rules: bell-lap check --explain all.',
})

/** Plan first, then weeks in order, in each the week itself, its days, its sessions. */
const orderOf = (schedule: Schedule, { place }: Finding): number => {
  if (place.kind === 'plan') return -1
  const week =
    place.kind === 'phase' ? schedule.weeks.findIndex(({ phaseIndex }) => phaseIndex === place.phase) : place.week
  if (place.kind === 'phase') return week * 1000 - 2
  if (place.kind === 'week') return week * 1000 - 1
  const session =
    place.kind === 'session'
      ? place.session
      : (schedule.weeks[week]?.source.sessions.findIndex(({ day }) => day === place.day) ?? 0)
  return week * 1000 + session
}
