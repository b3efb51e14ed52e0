/** What an archive may unpack to before it is refused. */
export interface ArchiveLimits {
  /** Bytes of one file inside. */
  readonly entryBytes: number
  /** Bytes of all files inside together. */
  readonly bytes: number
  readonly entries: number
  /** Times that contents may be larger than their packed form, beyond the first `freeBytes`. */
  readonly ratio: number
  /** Little files pack well without being bombs. */
  readonly freeBytes: number
  /** Characters of a name. */
  readonly name: number
  /** Parts that a gzip file may be made of. */
  readonly members: number
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  entryBytes: 25_000_000,
  bytes: 250_000_000,
  entries: 5_000,
  ratio: 100,
  freeBytes: 1_000_000,
  name: 255,
  members: 100,
}
