import { stated } from '../fit/stated.ts'
import type { Sport, SubSport } from '../fit/recorded.ts'

export interface NamedSport {
  readonly sport?: Sport
  readonly subSport?: SubSport
}

/** Words in the names that sites and apps give sports; the first that fits counts. */
const WORDS: readonly (readonly [RegExp, Sport])[] = [
  [/transition/, 'transition'],
  [/multi ?sport|triathlon|duathlon/, 'multisport'],
  [/\b(?:run|running|runs|jog|jogging|treadmill|trail)\b|^9$/, 'running'],
  [/\bhik(?:e|ing)\b|^4$/, 'hiking'],
  [/\bwalk(?:ing)?\b|^10$/, 'walking'],
  [/\be ?-?bik(?:e|ing)\b/, 'e-biking'],
  [/\b(?:bik(?:e|ing)|cycling|ride|velo|vélo)\b|^1$/, 'cycling'],
  [/\bsw[iu]m(?:ming)?\b|^16$/, 'swimming'],
  [/\brow(?:ing)?\b/, 'rowing'],
  [/cross ?country ?ski|nordic ?ski/, 'cross country skiing'],
  [/elliptical|stair|fitness equipment/, 'fitness equipment'],
  [/strength|weight|training|workout|yoga|cardio/, 'training'],
]
const SUB_WORDS: readonly (readonly [RegExp, SubSport])[] = [
  [/\btrail\b/, 'trail'],
  [/\btreadmill\b/, 'treadmill'],
  [/\btrack (?:run|running)\b/, 'track'],
  [/\bindoor (?:run|running)\b/, 'indoor running'],
  [/\bvirtual\b/, 'virtual'],
  [/\bstreet\b/, 'street'],
  [/\bmountain\b/, 'mountain'],
  [/\bgravel\b/, 'gravel'],
  [/\broad\b/, 'road'],
  [/\bopen water\b/, 'open water'],
]

/** Words apart: `TrailRun`, `trail_running` and `Trail-Running` say the same. */
const plainWords = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_/-]+/g, ' ')
    .trim()
    .toLowerCase()

const firstOf = <Name>(table: readonly (readonly [RegExp, Name])[], words: string): Name | undefined =>
  table.find(([word]) => word.test(words))?.[1]

/** The sport that a name means; `other` for a name that has no word here, nothing for no name. */
export const sportNamed = (name: string | undefined): NamedSport => {
  const words = plainWords((name ?? '').slice(0, 100))
  if (words === '') return {}
  return { sport: firstOf(WORDS, words) ?? 'other', ...stated({ subSport: firstOf(SUB_WORDS, words) }) }
}
