type Stated<Entries> = { [Key in keyof Entries]?: NonNullable<Entries[Key]> }

/** What a device did not write is not there at all, rather than there and undefined. */
export const stated = <Entries extends object>(entries: Entries): Stated<Entries> => {
  const found: Stated<Entries> = {}
  for (const key in entries) {
    const entry = entries[key]
    if (entry !== undefined && entry !== null) found[key] = entry
  }
  return found
}
