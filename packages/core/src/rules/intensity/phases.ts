import type { Schedule, ScheduledWeek } from '../../schedule/schedule.ts'
import { runsOf, STAGES, stageOf, type Stage } from '../../schedule/training-weeks.ts'
import { metresAt, qualityMetres } from '../../schedule/work.ts'
import { FAMILY_NAMES } from '../families.ts'
import type { Breach, Rule } from '../rule.ts'

/** A plan goes from volume over speed to the race, and each phase holds what its name says. */
export const phases: Rule<never> = {
  id: 'phases',
  statements: [
    { number: 'R8', document: '000' },
    { number: 'R25', document: '000' },
    { number: 'R41', document: '000' },
  ],
  level: 'warning',
  style: true,
  what: 'The phases of a plan go from building over speed and race-specific work to the taper, and hold what they are called after.',
  why: 'Document 000 first builds volume with structured intensity, then speed, then race-specific work, then rests: each phase needs what the one before it made.',
  example: 'phase Race-specific before phase Build.',
  change: 'Put the phases in order, or name them after what is in them; a plan without phases is only noted.',
  parameters: {},
  implies: ['specificity', 'race-pace', 'pillars'],
  check: ({ schedule }) => {
    const found = phasesOf(schedule)
    if (found.length === 0) return needsPhases(schedule) ? [unnamed] : []
    return [...outOfOrder(found), ...found.flatMap((phase) => withoutContent(phase, schedule))]
  },
}

/** A few weeks, or a plan without running, need no names for their parts (convention). */
const LEAST_WEEKS = 6
const needsPhases = ({ weeks }: Schedule): boolean =>
  weeks.length >= LEAST_WEEKS && weeks.some((week) => runsOf(week).length > 0)

const unnamed: Breach = {
  place: { kind: 'plan' },
  level: 'note',
  message: 'The plan names no phases that say what its weeks are for: build, speed, race-specific, taper.',
  fix: 'Write `phase Build`, `phase Speed`, `phase Race-specific`, `phase Taper` before their weeks.',
}

interface StagedPhase {
  readonly index: number
  readonly name: string
  readonly stage: Stage
  readonly weeks: readonly ScheduledWeek[]
}

const phasesOf = ({ plan, weeks }: Schedule): readonly StagedPhase[] =>
  plan.phases.flatMap((phase, index) => {
    const stage = stageOf(phase)
    return stage
      ? [{ index, name: phase.name ?? stage, stage, weeks: weeks.filter(({ phaseIndex }) => phaseIndex === index) }]
      : []
  })

const outOfOrder = (found: readonly StagedPhase[]): readonly Breach[] =>
  found.flatMap(({ index, name, stage }, at) => {
    const before = found[at - 1]
    if (!before || STAGES.indexOf(before.stage) <= STAGES.indexOf(stage)) return []
    return [
      {
        place: { kind: 'phase', phase: index },
        message: `The phase ${name} comes after ${before.name}; a plan builds first, then sharpens, then races, then rests.`,
        fix: 'Change their order, or name them after what they hold.',
      },
    ]
  })

/** What the sessions of a stage have to hold, as metres that are more than none. */
const CONTENT: {
  readonly [S in Stage]: {
    readonly what: (schedule: Schedule) => string
    readonly metres: (phase: StagedPhase, schedule: Schedule) => number
  }
} = {
  base: { what: () => 'structured intensity', metres: ({ weeks }) => qualityMetres(sessionsOf(weeks)) },
  speed: {
    what: () => 'running at mile pace or faster',
    metres: ({ weeks }) =>
      metresAt(sessionsOf(weeks), 'mile') + metresAt(sessionsOf(weeks), '800') + metresAt(sessionsOf(weeks), 'sprint'),
  },
  specific: {
    what: ({ goal }) => `running at ${FAMILY_NAMES[goal]}, the pace of the race`,
    metres: ({ weeks }, { goal }) => metresAt(sessionsOf(weeks), goal),
  },
  taper: { what: () => 'sharp running', metres: ({ weeks }) => qualityMetres(sessionsOf(weeks)) },
}

const sessionsOf = (weeks: readonly ScheduledWeek[]) => weeks.flatMap(({ sessions }) => sessions)

const withoutContent = (phase: StagedPhase, schedule: Schedule): readonly Breach[] => {
  const content = CONTENT[phase.stage]
  if (phase.weeks.length === 0 || content.metres(phase, schedule) > 0) return []
  return [
    {
      place: { kind: 'phase', phase: phase.index },
      message: `The phase ${phase.name} holds no ${content.what(schedule)}.`,
      fix: `Put a session with ${content.what(schedule)} into it.`,
    },
  ]
}
