import type { Activity, Problem, Review, ReviewQuestion } from '@bell-lap/core'
import type { ArchiveVerdict, RecordingOptions } from '@bell-lap/formats'

/** A file to be read: its bytes, or where they lie, which spares the copy to the other thread. */
export type FileToRead =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly path: string }

/** What else is wanted of each recording. */
export interface Wanted {
  /** Reviews each recording against this; without a workout the structure of the session is recognised. */
  readonly review?: ReviewQuestion
  /** Samples and beats stay behind in the worker: summaries, laps and the review come back. */
  readonly summaryOnly?: boolean
  readonly options?: RecordingOptions
}

/** What became of one file, as `readArchive` says it, with the review that was wanted. */
export type FileVerdict = ArchiveVerdict & { readonly review?: Review }

/** Reading goes on behind a file that it had to be stopped at. */
export interface Resumed {
  readonly from: number
  readonly because: Problem
}

/** To the worker: one file is open at a time, and its verdicts come one for each `next`. */
export type Order =
  | {
      readonly kind: 'open'
      readonly file: FileToRead
      readonly wanted: Wanted
      readonly resumed?: Resumed
    }
  | { readonly kind: 'next' }
  | { readonly kind: 'review'; readonly activity: Activity; readonly question: ReviewQuestion }

/** From the worker: one answer for each order, and `ready` before the first. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'opened'; readonly bytes: number }
  | { readonly kind: 'verdict'; readonly verdict: FileVerdict }
  | { readonly kind: 'end' }
  | { readonly kind: 'review'; readonly review: Review }
