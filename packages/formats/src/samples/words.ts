/** What words of a file mean. A map, since files hold any words: also those that every object answers to. */
export const wordTable = <Meaning>(words: { readonly [word: string]: Meaning }): ReadonlyMap<string, Meaning> =>
  new Map(Object.entries(words))
