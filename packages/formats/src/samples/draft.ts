import type { ActivityEvent, ActivitySession, Device, Lap, Pause } from '../fit/recorded.ts'
import { noZones, type Zones } from './instant.ts'
import { emptyRows, type Rows } from './rows.ts'

/** Parts of a recording whose moments are still milliseconds since 1970. */
type At<Part extends { readonly start?: unknown }> = Omit<Part, 'start'> & { readonly startAt?: number }
export type DraftLap = At<Lap>
export type DraftSession = At<ActivitySession>
export interface DraftPause extends Pick<Pause, 'by'> {
  readonly from: number
  readonly to: number
}
export interface DraftEvent extends Pick<ActivityEvent, 'kind' | 'by' | 'data'> {
  readonly at: number
}

/** One recording as its file tells it, before anything is judged. Times of the rows are milliseconds since 1970. */
export interface RecordingDraft {
  readonly rows: Rows
  readonly sessions: DraftSession[]
  readonly laps: DraftLap[]
  readonly pauses: DraftPause[]
  readonly events: DraftEvent[]
  /** Rows, in order, before which the path is interrupted. */
  readonly breaks: number[]
  readonly zones: Zones
  device?: Device
  /** The times count from an unknown moment: 1970 stands for the start. */
  dateless: boolean
}

export const emptyRecording = (): RecordingDraft => ({
  rows: emptyRows(),
  sessions: [],
  laps: [],
  pauses: [],
  events: [],
  breaks: [],
  zones: noZones(),
  dateless: false,
})
