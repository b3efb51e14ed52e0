import type { Problem } from '../fit/recorded.ts'
import { emptyRecording, type RecordingDraft } from '../samples/draft.ts'
import type { TextLimits } from '../samples/limits.ts'
import type { GpxLap, GpxSession } from './summary.ts'

/** A track, with the row of its first sample. */
export interface GpxTrack {
  readonly summary: GpxSession
  readonly firstRow: number
}

/** What a file may have beside tracks. */
export interface PassedOver {
  waypoints: number
  routes: number
}

/** Everything that one pass over the text gathers. */
export interface GpxDraft {
  readonly limits: TextLimits
  readonly problems: Problem[]
  readonly recording: RecordingDraft
  readonly tracks: GpxTrack[]
  /** Rows before which another segment of the same track begins. */
  readonly segmentStarts: number[]
  readonly passedOver: PassedOver
  /** Elements that are open of a waypoint or route, or inside of one: nothing in it was recorded. */
  ignored: number
  inPoint: boolean
  /** Laps that the file lists, and the one that is open; of a summary in it, the name. */
  readonly laps: GpxLap[]
  lap: GpxLap | undefined
  lapSummary: string
  /** Rows at which the recorder was stopped and started again, as OpenTracks codes it. */
  readonly stops: number[]
  readonly restarts: number[]
  unread: number
  firstUnread: string
  title: string | undefined
  notes: string | undefined
}

export const emptyDraft = (limits: TextLimits, problems: Problem[]): GpxDraft => ({
  limits,
  problems,
  recording: emptyRecording(),
  tracks: [],
  segmentStarts: [],
  passedOver: { waypoints: 0, routes: 0 },
  ignored: 0,
  inPoint: false,
  laps: [],
  lap: undefined,
  lapSummary: '',
  stops: [],
  restarts: [],
  unread: 0,
  firstUnread: '',
  title: undefined,
  notes: undefined,
})
