import type { AthleteId } from './owner.ts'
import type { Files } from './store/files.ts'
import type { Store } from './store/store.ts'

/** What others may want to know at once. */
export type LogbookEvent =
  | { readonly kind: 'import'; readonly athlete: AthleteId; readonly id: string }
  | { readonly kind: 'season'; readonly athlete: AthleteId; readonly version: number }

export interface Events {
  /** Returns what ends the subscription. */
  subscribe(listener: (event: LogbookEvent) => void): () => void
  tell(event: LogbookEvent): void
}

/** An open kept record: what every use case works on. */
export interface Logbook {
  readonly folder: string
  /** The shipped plans. */
  readonly planFolder: string
  /** The worker that reads recordings, where all is bundled into one. */
  readonly readerUrl?: URL
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number
  readonly newId: () => string
  /** The athlete of a logbook of one person. */
  readonly owner: AthleteId
  readonly store: Store
  readonly files: Files
  readonly events: Events
  /** To be waited for before the store is closed: workers, running jobs. */
  beforeClose(finish: () => Promise<void>): void
  /** Waits for what runs, then closes the store. */
  close(): Promise<void>
}
