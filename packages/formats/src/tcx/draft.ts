import type { Device, Problem } from '../fit/recorded.ts'
import { emptyRecording, type DraftLap, type DraftSession, type RecordingDraft } from '../samples/draft.ts'
import type { TextLimits } from '../samples/limits.ts'
import type { XmlElement } from '../xml/element.ts'

type Writable<Part> = { -readonly [Key in keyof Part]: Part[Key] }

/** A lap as it stands in the file: what it states, and which samples it holds. */
export interface TcxLap {
  readonly summary: Writable<DraftLap>
  readonly firstRow: number
  /** Rows of the lap before which another of its tracks begins. */
  readonly trackStarts: number[]
}

/** An activity, or one sport of several in one outing. */
export interface TcxSession {
  readonly summary: Writable<DraftSession>
  readonly firstLap: number
}

export interface TcxRecording {
  readonly draft: RecordingDraft
  readonly laps: TcxLap[]
  readonly sessions: TcxSession[]
  readonly device: Writable<Device>
}

export const emptyTcxRecording = (): TcxRecording => ({
  draft: emptyRecording(),
  laps: [],
  sessions: [],
  device: {},
})

/** Everything that one pass over the text gathers. */
export interface TcxDraft {
  readonly limits: TextLimits
  readonly problems: Problem[]
  readonly recordings: TcxRecording[]
  /** Workouts, each a tree, and the elements that are open in the one that is being read. */
  readonly workouts: XmlElement[]
  readonly elements: XmlElement[]
  /** The lap that is open. */
  lap: TcxLap | undefined
  /** Activities inside are parts of one recording. */
  inMultisport: boolean
  /** A planned route: what stands in it was not recorded. */
  inCourse: boolean
  inPoint: boolean
  samples: number
  laps: number
  courses: number
  /** Elements of workouts. */
  planned: number
  /** Texts that should be numbers or times, and are none: how many, and the first. */
  unread: number
  firstUnread: string
  title: string | undefined
  notes: string | undefined
}

export const emptyDraft = (limits: TextLimits, problems: Problem[]): TcxDraft => ({
  limits,
  problems,
  recordings: [],
  workouts: [],
  elements: [],
  lap: undefined,
  inMultisport: false,
  inCourse: false,
  inPoint: false,
  samples: 0,
  laps: 0,
  courses: 0,
  planned: 0,
  unread: 0,
  firstUnread: '',
  title: undefined,
  notes: undefined,
})

/** The recording that is being read; one begins where a file has samples outside of any activity. */
export const recordingIn = (draft: TcxDraft): TcxRecording => {
  const last = draft.recordings.at(-1)
  if (last) return last
  const first = emptyTcxRecording()
  draft.recordings.push(first)
  return first
}

export const noteUnread = (draft: TcxDraft, text: string): void => {
  if (draft.unread === 0) draft.firstUnread = text.slice(0, 40)
  draft.unread++
}
