import type { PaceDefinition, Plan } from '../../plan/plan.ts'
import type { PaceName } from '../../pace/names.ts'
import { METRES_PER } from '../../units/distance.ts'
import { plainNumber } from '../../units/text.ts'
import type { Breach, Rule } from '../rule.ts'

type Figure = 'easyFast' | 'thresholdFast' | 'thresholdSlow' | 'mileFast' | 'mileSlow'

/** A plan's own paces are those of the document that it follows. */
export const paceDefinitions: Rule<Figure> = {
  id: 'pace-definitions',
  statements: [
    { number: 'R13', document: '000' },
    { number: 'R15', document: '000' },
    { number: 'R48', document: '000' },
  ],
  level: 'warning',
  style: true,
  what: 'Where a plan defines easy, threshold or mile pace by 5K pace, it stays within the seconds that document 000 gives.',
  why: 'Document 000 runs easy 90 to 120 s a mile slower than 5K pace, threshold 15 to 25 s slower, mile pace 20 to 25 s faster. Slower easy running is never a fault.',
  example: 'pace T = 5K+5..10s/mi',
  change: 'Correct the definition, or leave it out and let the pace model decide; the seconds are parameters.',
  parameters: {
    easyFast: { value: 90, unit: 's/mi', meaning: 'least seconds that easy is slower than 5K pace (R13)' },
    thresholdFast: { value: 15, unit: 's/mi', meaning: 'least seconds that threshold is slower (R15)' },
    thresholdSlow: { value: 27, unit: 's/mi', meaning: 'most seconds (R15: 25; 88 % of the index is +26)' },
    mileFast: {
      value: -45,
      unit: 's/mi',
      meaning: 'most seconds that mile pace is faster (R48: 25; equivalents go to 42, C1)',
    },
    mileSlow: { value: -20, unit: 's/mi', meaning: 'least seconds that it is faster (R48)' },
  },
  check: ({ schedule: { plan }, figures }) => {
    const ranges: { readonly [Name in PaceName]?: readonly [number, number] } = {
      easy: [figures.easyFast, Infinity],
      threshold: [figures.thresholdFast, figures.thresholdSlow],
      mile: [figures.mileFast, figures.mileSlow],
    }
    return plan.definitions.flatMap((definition) => {
      const range = ranges[definition.pace]
      return range && definition.base === '5K' ? breachOf(definition, range) : []
    })
  },
}

const MILE: { readonly [Unit in Plan['unit']]: number } = { mi: 1, km: METRES_PER.mi / METRES_PER.km }

const breachOf = (
  { pace, from, to, per }: PaceDefinition,
  [fast, slow]: readonly [number, number],
): readonly Breach[] => {
  const [first, second] = [from * MILE[per], to * MILE[per]]
  const [low, high] = [Math.min(first, second), Math.max(first, second)]
  if (low >= fast - ROUNDING && high <= slow + ROUNDING) return []
  const wanted = slow === Infinity ? `${signed(fast)} or more` : `${signed(fast)} to ${signed(slow)}`
  return [
    {
      place: { kind: 'plan' },
      message: `The plan puts ${pace} pace ${signed(low)} to ${signed(high)} s/mi from 5K pace; ${wanted} s/mi is what document 000 comes to.`,
      fix: `Write pace ${pace === 'threshold' ? 'T' : pace} = 5K${signed(fast)}..${Math.abs(slow === Infinity ? fast + 30 : slow)}s/mi.`,
    },
  ]
}

const ROUNDING = 0.5

const signed = (seconds: number): string => `${seconds < 0 ? '' : '+'}${plainNumber(seconds, 0)}`
