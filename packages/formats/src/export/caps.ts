import type { ExportTarget } from './targets.ts'

/** A limit of a target: what is limited, who says so, and what is done beyond it. */
export interface Cap {
  readonly what: string
  readonly limit: number | string
  /** How sure it is: written down by the maker, often said, or our own careful choice. */
  readonly standing: 'documented' | 'commonly stated' | 'seen in code' | 'chosen'
  readonly source: string
  readonly beyond: string
}

/** Steps of one watch workout, repeats among them. */
export const MOST_WATCH_STEPS = 50
/** Repetitions of one repeat step. */
export const MOST_WATCH_REPEATS = 99
/** Repeats inside repeats: a set of sets is one level in another. */
export const DEEPEST_WATCH_SETS = 2
/** Bytes of UTF-8 of a workout's or step's name on a watch. */
export const MOST_NAME_BYTES = 48
/** Bytes of UTF-8 of a step's notes: a field's size is told in one byte, and the last is its closing zero. */
export const MOST_NOTE_BYTES = 254
/** Files of one session: beyond it no person runs. */
export const MOST_PARTS = 12

const GUIDE = 'Intervals.icu workout builder quick guide (forum.intervals.icu/t/123701)'
const ZWO_REFERENCE = 'h4l/zwift-workout-file-reference; breiko83/zwo-editor (createWorkoutXml, PaceType, RunMode)'

/** What each target cannot hold, in one place. */
export const CAPS: { readonly [T in ExportTarget]: readonly Cap[] } = {
  fit: [
    {
      what: 'steps of a workout, repeats among them',
      limit: MOST_WATCH_STEPS,
      standing: 'commonly stated',
      source: 'said of Garmin watches, not confirmed by the maker; open code allows 100',
      beyond: 'the workout is split into files of its own, part 1 of 2',
    },
    {
      what: 'repetitions of a repeat',
      limit: MOST_WATCH_REPEATS,
      standing: 'seen in code',
      source: 'open encoders of FIT workouts',
      beyond: 'the set is written as several sets',
    },
    {
      what: 'sets inside sets',
      limit: DEEPEST_WATCH_SETS,
      standing: 'seen in code',
      source:
        'the file format and the decoder of its owner take any depth; Garmin Connect builds a repeat in a repeat (mgifos/quick-plan#38)',
      beyond: 'the outermost set is written out',
    },
    {
      what: 'bytes of a name',
      limit: MOST_NAME_BYTES,
      standing: 'chosen',
      source: 'no limit is documented, and the screens are small',
      beyond: 'the name is cut, and stands whole in the notes where there is room',
    },
    {
      what: 'bytes of the notes of a step',
      limit: MOST_NOTE_BYTES,
      standing: 'documented',
      source: 'FIT protocol: the size of a field is one byte',
      beyond: 'the notes are cut between two characters',
    },
  ],
  icu: [
    {
      what: 'sets inside sets',
      limit: 1,
      standing: 'documented',
      source: GUIDE,
      beyond: 'the outer set is written out',
    },
    {
      what: 'length of a step',
      limit: 'time or distance, always',
      standing: 'documented',
      source: `${GUIDE}; press lap keeps a length for the planned load (ricardocabral/icuvisor 1.6.3)`,
      beyond: 'a step that lasts until the button is written with press lap and an estimate of its length',
    },
    {
      what: 'heart rates in beats',
      limit: 'per cent of the highest or of the threshold only',
      standing: 'documented',
      source: GUIDE,
      beyond: 'beats are written as per cent of the athlete’s own, and left to the text where those are not known',
    },
  ],
  zwo: [
    {
      what: 'measure of all steps',
      limit: 'time or distance for the whole file',
      standing: 'seen in code',
      source: ZWO_REFERENCE,
      beyond: 'steps of the other measure are counted over by their pace, recoveries without one at recovery pace',
    },
    {
      what: 'end of a step',
      limit: 'its length: there is no lap button',
      standing: 'seen in code',
      source: ZWO_REFERENCE,
      beyond: 'the rest of a total is halved around the set; any other open step refuses the session',
    },
    {
      what: 'pace',
      limit: 'one share of a race pace that the app itself holds (mile, 5K, 10K, half, marathon)',
      standing: 'seen in code',
      source: ZWO_REFERENCE,
      beyond: 'the middle of each range, as a share of 5K pace; a bout by distance without a pace refuses the session',
    },
    {
      what: 'sets',
      limit: 'two steps, not nested',
      standing: 'seen in code',
      source: ZWO_REFERENCE,
      beyond: 'other sets are written out',
    },
    { what: 'sport', limit: 'running', standing: 'seen in code', source: ZWO_REFERENCE, beyond: 'strength is refused' },
  ],
  ics: [
    {
      what: 'octets of a line',
      limit: 75,
      standing: 'documented',
      source: 'RFC 5545, 3.1',
      beyond: 'lines are folded between characters',
    },
  ],
  csv: [],
  html: [],
  pdf: [],
  json: [],
}
