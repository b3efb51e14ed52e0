type Stated<Entries> = { [Key in keyof Entries]?: NonNullable<Entries[Key]> }

/** What a device did not write is not there at all, rather than there and undefined. */
export const stated = <Entries extends object>(entries: Entries): Stated<Entries> =>
  // Only the undefined entries are gone, which is what the type says.
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Stated<Entries>
