import type { ScheduledWeek } from '../../schedule/schedule.ts'
import { isRaceWeek, runsOf } from '../../schedule/training-weeks.ts'
import type { EstimatedBout } from '../../workout/estimate.ts'
import { placeOfWeeks } from '../places.ts'
import type { Rule } from '../rule.ts'
import { beginning, weeksText } from '../say.ts'

/** Short accelerations after easy runs. */
export const strides: Rule<'every' | 'length' | 'from'> = {
  id: 'strides',
  statements: [{ number: 'R124', document: '002' }],
  basis: 'the document names no number; once in two weeks is convention',
  level: 'warning',
  style: true,
  what: 'Strides or short accelerations end an easy run at least every two weeks, better every week.',
  why: 'They keep the turnover quick and the legs springy, and cost next to nothing.',
  example: 'A month of easy runs and tempo without one stride.',
  change: 'Add `with 6 x 80m strides` to an easy run, or allow strides with a reason.',
  parameters: {
    every: { value: 2, unit: 'weeks', meaning: 'at least this often (convention)' },
    length: { value: 200, unit: 'm', meaning: 'longest repetition that counts (convention)' },
    from: { value: 4, unit: 'weeks', meaning: 'shortest plan that is asked for them (convention)' },
  },
  implies: ['pillars'],
  check: ({ schedule: { weeks }, figures: { every, length, from } }) => {
    if (weeks.length < from) return []
    const lacks = weeks.map((week) => !isRaceWeek(week) && !hasAccelerations(week, length))
    const without = longRuns(lacks, every).flatMap(([from, to]) => weeks.slice(from, to))
    if (without.length === 0) return []
    return [
      {
        place: placeOfWeeks(without),
        message: `${beginning(weeksText(without))}: no strides or short accelerations; the rule wants them every ${every} weeks.`,
        fix: 'End an easy run with 6 x 80m strides.',
      },
    ]
  },
}

/** Stretches of at least so many weeks that lack them, as first index and the one after the last. */
const longRuns = (lacks: readonly boolean[], least: number): readonly (readonly [number, number])[] => {
  const runs: [number, number][] = []
  lacks.forEach((lack, index) => {
    const last = runs.at(-1)
    if (lack && last?.[1] === index) last[1] = index + 1
    else if (lack) runs.push([index, index + 1])
  })
  return runs.filter(([from, to]) => to - from >= least)
}

const hasAccelerations = (week: ScheduledWeek, length: number): boolean =>
  runsOf(week).some(({ hardness, estimate }) =>
    estimate.bouts.some((bout) => isStride(bout) || (hardness !== 'key' && isShortAndFast(bout, length))),
  )

const isStride = ({ step }: EstimatedBout): boolean => step.role === 'strides' || step.role === 'pickups'

const isShortAndFast = ({ family, recovery, distance }: EstimatedBout, length: number): boolean =>
  !recovery && (family === 'mile' || family === '800' || family === 'sprint') && distance !== null && distance <= length
