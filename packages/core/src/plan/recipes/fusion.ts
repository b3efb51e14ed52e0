import { METRES_PER } from '../../units/distance.ts'
import type { Phase, Plan, Week } from '../plan.ts'
import type { Brief } from './brief.ts'
import { countedDown, lastRuns } from './countdown.ts'
import { NO_HISTORY, remember, type History, type PastWeek } from './history.ts'
import type { Setting } from './key-work.ts'
import { libraryOf, type LibraryName } from './library.ts'
import { measureForBoth, speedsFor } from './measure.ts'
import { FUSION_PHASES, outlineOf, type WeekOutline } from './outline.ts'
import { notesOf } from './notes.ts'
import { legendOf } from './statements.ts'
import { strengthAllows, strengthPlan } from './strength-plan.ts'
import { volumesOf } from './volume.ts'
import { statementsOf, writeWeek, type WeekContent } from './week.ts'
import { weekRuns, type WeekRuns } from './week-runs.ts'
import { objectiveOf, PHASE_NAMES, phaseNote } from './words.ts'

/** The fusion plan of document 002 for a brief: the same brief gives the same plan. */
export const makeFusion = (brief: Brief): Plan => {
  const outline = outlineOf(brief)
  const volumes = volumesOf(outline, brief)
  const contents = contentsOf(brief, outline, volumes)
  const weeks = contents.map((content) => writeWeek(brief, content))
  const names = new Set<LibraryName>(contents.flatMap(({ beside }) => beside.map(({ name }) => name)))
  const library = libraryOf(names, brief.gym)
  const { race, level } = brief
  const allows = strengthAllows(brief, outline)
  return {
    name: `Fusion ${race.name}, ${brief.weeks} weeks, ${level.level}`,
    races: [{ distance: race.distance, name: race.name }],
    unit: brief.unit,
    paces: 'equivalent',
    definitions: [],
    follows: ['002', '001'],
    library,
    phases: phasesOf(brief, outline, weeks),
    ...(allows.length > 0 ? { allows } : {}),
    notes: notesOf(brief, Math.max(...volumes)),
    closing: legendOf(weeks.flatMap(statementsOf)),
  }
}

const phasesOf = (brief: Brief, outline: readonly WeekOutline[], weeks: readonly Week[]): readonly Phase[] =>
  FUSION_PHASES.map((phase) => ({
    name: PHASE_NAMES[phase],
    weeks: weeks.filter((_, index) => outline[index]?.phase === phase),
    notes: [phaseNote(phase, brief)],
  }))

/** Every week in turn, each from what the weeks before it hold. */
const contentsOf = (
  brief: Brief,
  outline: readonly WeekOutline[],
  volumes: readonly number[],
): readonly WeekContent[] => {
  const beside = strengthPlan(brief, outline)
  const runners = { fastest: speedsFor(brief.level.fastest), slowest: speedsFor(brief.level.slowest) }
  const highest = Math.max(...volumes)
  let history = NO_HISTORY
  return outline.map((week, index) => {
    const volume = (volumes[index] ?? 0) * METRES_PER[brief.unit]
    const setting: Setting = { brief, week, volume, history, runners }
    const usual = week.focus === 'race' ? null : weekRuns(setting)
    if (usual) history = rememberWeek(setting, usual)
    const last = week.phase === 'taper' ? lastRuns({ ...setting, history }, highest) : null
    const runs = last ? countedDown(brief, { week: week.number, runs: usual?.runs ?? [], last }) : (usual?.runs ?? [])
    return { week, runs, beside: beside[index] ?? [], objective: objectiveOf(week, usual?.hard ?? null) }
  })
}

const rememberWeek = (setting: Setting, { hard, fast, longest }: WeekRuns): History => {
  const { brief, history, volume, runners } = setting
  const past: PastWeek = {
    sessions: [hard.first.measured, hard.second.measured, measureForBoth(fast, runners)].filter(
      (each) => each !== null,
    ),
    volume,
    longest: longest * METRES_PER[brief.unit],
    tested: hard.first.tested + hard.second.tested,
  }
  return remember(history, past, hard.second.tempo ?? hard.first.tempo)
}
