import { addWords } from './t.ts'

/** A part of the interface that comes when it is asked for, once its words are there as well. */
export const withWords = async <Part>(
  part: Promise<Part>,
  ...words: readonly Promise<{ readonly [room: string]: Parameters<typeof addWords>[0] }>[]
): Promise<Part> => {
  for (const module of await Promise.all(words)) for (const room of Object.values(module)) addWords(room)
  return part
}
