// One place until the core's reading list names them: then this file goes, and its users import from there.
// @ts-expect-error TS2878: a path into another project; the types are the real ones.
export { statedDistance, statedDuration, type RangeEnd, type Stated } from '../../../../core/src/workout/stated.ts'
