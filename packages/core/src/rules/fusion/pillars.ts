import type { ScheduledSession } from '../../schedule/schedule.ts'
import { blocksOf } from '../../schedule/training-weeks.ts'
import { PILLARS, type Pillar } from '../../workout/workout.ts'
import { placeOfWeeks } from '../places.ts'
import type { Rule } from '../rule.ts'
import { beginning, weeksText } from '../say.ts'
import { practisesKick } from './kick.ts'

const SPOKEN: { readonly [P in Pillar]: string } = {
  base: 'the aerobic base',
  tolerance: 'lactate tolerance',
  transition: 'transition speed',
  kick: 'the finishing kick',
}

const FIX: { readonly [P in Pillar]: string } = {
  base: 'Add easy running.',
  tolerance: 'Add a tempo run or repetitions at 5K pace.',
  transition: 'Add strides, short hills or repetitions at mile pace.',
  kick: 'End one session a week with 4 x 150m kick, walk back.',
}

/** Each block trains all four pillars. */
export const pillars: Rule<'block'> = {
  id: 'pillars',
  statements: [{ number: 'R117', document: '002' }],
  level: 'warning',
  style: true,
  what: 'Each block of training holds all four pillars: aerobic base, lactate tolerance, transition speed, finishing kick.',
  why: 'What is left out for a month is lost by the time it is needed; the pillars carry one another.',
  example: 'Four weeks of easy running and tempo, without a stride or a kick.',
  change: 'Add a little of what is missing, tag a session [kick], or allow pillars with a reason.',
  parameters: { block: { value: 3, unit: 'weeks', meaning: 'shortest block that is judged (convention)' } },
  implies: ['kick-practice', 'strides', 'hills'],
  check: ({ schedule, figures: { block } }) => {
    if (schedule.goal === 'threshold' || schedule.goal === 'steady') return []
    const blocks = blocksOf(schedule).filter((weeks) => weeks.length >= block)
    return PILLARS.flatMap((pillar) => {
      const without = blocks
        .filter((weeks) => !weeks.some(({ sessions }) => sessions.some((session) => serves(session, pillar))))
        .flat()
      if (without.length === 0) return []
      const message = `${beginning(weeksText(without))}: nothing trains ${SPOKEN[pillar]}.`
      return [{ place: placeOfWeeks(without), message, fix: FIX[pillar] }]
    })
  },
}

const serves = (session: ScheduledSession, pillar: Pillar): boolean =>
  session.pillars.includes(pillar) || (pillar === 'kick' && practisesKick(session))
