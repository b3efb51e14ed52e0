import type { ScheduledWeek } from '../../schedule/schedule.ts'
import { runsOf } from '../../schedule/training-weeks.ts'
import { placeOfWeeks } from '../places.ts'
import type { Rule } from '../rule.ts'
import { beginning, listText, weeksText } from '../say.ts'

/** Not always the same ground. */
export const terrain: Rule<'surfaces' | 'weeks'> = {
  id: 'terrain',
  statements: [{ number: 'R150', document: '002' }],
  basis: 'the document says occasionally; two in four weeks is convention',
  level: 'note',
  what: 'Runs go over at least two surfaces in four weeks, where the plan names surfaces.',
  why: 'Changing ground trains feet, balance and hips, and spreads the load that pavement puts in one place.',
  example: 'Four weeks in which every named surface is road.',
  change: 'Add `on trail` or `on grass` to an easy run, or allow terrain with a reason.',
  parameters: {
    surfaces: { value: 2, unit: 'surfaces', meaning: 'least in a stretch (convention)' },
    weeks: { value: 4, unit: 'weeks', meaning: 'length of a stretch (convention)' },
  },
  check: ({ schedule: { weeks, plan }, figures }) => {
    if (weeks.length < figures.weeks) return []
    if (surfacesOf(weeks).size === 0) {
      const message = 'No session names a surface: whether the ground varies is not known.'
      return plan.follows.includes('002') ? [{ place: { kind: 'plan' }, message }] : []
    }
    const same = weeks.filter((_, index) => {
      const stretch = weeks.slice(index, index + figures.weeks)
      const named = surfacesOf(stretch).size
      return stretch.length === figures.weeks && named > 0 && named < figures.surfaces
    })
    const [first] = same
    if (!first) return []
    const stretch = weeks.slice(first.index, first.index + figures.weeks)
    const named = listText([...surfacesOf(stretch)])
    const message = `${beginning(weeksText(stretch))} name ${named} alone; the rule wants ${figures.surfaces} surfaces in ${figures.weeks} weeks.`
    return [{ place: placeOfWeeks(stretch), message, fix: 'Run one easy run a week on trail or grass.' }]
  },
}

const surfacesOf = (weeks: readonly ScheduledWeek[]): ReadonlySet<string> =>
  new Set(weeks.flatMap(runsOf).flatMap(({ workout: { surface } }) => (surface === undefined ? [] : [surface])))
