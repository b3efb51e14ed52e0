import type { Gathered } from './gather.ts'

const MEGABYTE = 2 ** 20
/** What the server takes of one recording; an archive is judged there. */
export const MOST_RECORDING = 25 * MEGABYTE
const MOST_PARCEL = 200 * MEGABYTE
const MOST_IN_PARCEL = 500
const LONGEST_NAME = 255

export interface Sorted {
  /** What goes out in one request each. */
  readonly parcels: readonly (readonly Gathered[])[]
  readonly tooLarge: readonly Gathered[]
  readonly tooLong: readonly Gathered[]
}

const isArchive = ({ name }: Gathered): boolean => /\.(zip|gz)$/i.test(name)

/** Parts what was gathered into requests that the server takes, and what it never would. */
export const sortOut = (gathered: readonly Gathered[]): Sorted => {
  const tooLarge = gathered.filter((each) => !isArchive(each) && each.file.size > MOST_RECORDING)
  const tooLong = gathered.filter(({ name }) => name.length > LONGEST_NAME)
  const refused = new Set([...tooLarge, ...tooLong])
  const parcels: Gathered[][] = []
  let bytes = 0
  for (const each of gathered) {
    if (refused.has(each)) continue
    const open = parcels.at(-1)
    const fits = open && open.length < MOST_IN_PARCEL && bytes + each.file.size <= MOST_PARCEL
    if (fits) open.push(each)
    else {
      parcels.push([each])
      bytes = 0
    }
    bytes += each.file.size
  }
  return { parcels, tooLarge, tooLong }
}
