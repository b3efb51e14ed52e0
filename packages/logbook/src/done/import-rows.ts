import { z } from 'zod'
import { readJson } from '../store/json-column.ts'

/** Between two files as they were given there is room for what lies in the first: more than an archive may hold. */
export const SEQ_OF_ONE_FILE = 10_000

const FileNote = z.object({
  code: z.string().exactOptional(),
  message: z.string().exactOptional(),
  problems: z.array(z.string()).exactOptional(),
})

/** What is to be said of a file: why it was refused, what is wrong with it. */
export interface FileNote {
  readonly code?: string
  readonly message?: string
  readonly problems?: readonly string[]
}

/** Problems that are told of one file: a broken one has thousands of the same. */
const MOST_PROBLEMS = 20

export const makeVerdict = ({ code, message, problems = [] }: FileNote): string => {
  const more = problems.length - MOST_PROBLEMS
  const told = more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `and ${more} more`] : problems
  return JSON.stringify({ code, message, ...(told.length > 0 ? { problems: told } : {}) })
}

export const parseVerdict = (text: string | null): FileNote =>
  text === null ? {} : readJson(FileNote, text, 'the verdict on a file')
