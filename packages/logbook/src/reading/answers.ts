import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { reviewActivity, type Activity } from '@bell-lap/core'
import { readArchive, RECORDING_LIMITS, type ArchiveVerdict, type RecordingFile } from '@bell-lap/formats'
import type { Answer, FileToRead, FileVerdict, Order, Wanted } from './messages.ts'

/** Never more of a file is read than an archive may come to, and a byte. */
const readAt = (path: string): Uint8Array => {
  const file = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(Math.min(fstatSync(file).size, RECORDING_LIMITS.archive.bytes) + 1)
    let length = 0
    for (let read = 1; read > 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null)
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

const refusal = (name: string, code: 'not-recognised' | 'too-large', message: string): FileVerdict => ({
  kind: 'refused',
  name,
  code,
  message,
  problems: [{ code, message }],
})

const bytesOf = (file: FileToRead): Uint8Array | FileVerdict => {
  try {
    const bytes = 'bytes' in file ? file.bytes : readAt(file.path)
    const most = RECORDING_LIMITS.archive.bytes
    if (bytes.length <= most) return bytes
    return refusal(file.name, 'too-large', `The file has more than the ${most} bytes that are read: unpack it first.`)
  } catch (error) {
    return refusal(file.name, 'not-recognised', `The file cannot be opened: ${String(error)}`)
  }
}

const withoutSamples = ({ beats, ...activity }: Activity): Activity => ({
  ...activity,
  samples: { count: 0, time: new Float64Array(), developer: [] },
  ...(beats ? { beats: { count: 0, interval: new Float64Array(), time: new Float64Array() } } : {}),
})

const summaryOf = (file: RecordingFile): RecordingFile => ({
  ...file,
  activity: file.activity && withoutSamples(file.activity),
  activities: file.activities.map(withoutSamples),
})

const answered = (verdict: ArchiveVerdict, { review, summaryOnly }: Wanted): FileVerdict => {
  if (verdict.kind !== 'recording') return verdict
  const { activity } = verdict.file
  const reviewed = review && activity ? { review: reviewActivity(activity, review) } : {}
  return { ...verdict, ...(summaryOnly ? { file: summaryOf(verdict.file) } : {}), ...reviewed }
}

type Opening = Extract<Order, { kind: 'open' }>

function* verdictsOf(bytes: Uint8Array, { file, wanted, resumed }: Opening): Generator<FileVerdict, void> {
  for (const verdict of readArchive(bytes, file.name, { ...wanted.options, ...(resumed ? { resumed } : {}) }))
    yield answered(verdict, wanted)
}

/** Answers orders one by one: what a worker does, without the thread. */
export const answering = (): ((order: Order) => Answer) => {
  let verdicts: Iterator<FileVerdict, void> | undefined
  return (order) => {
    if (order.kind === 'review') return { kind: 'review', review: reviewActivity(order.activity, order.question) }
    if (order.kind === 'open') {
      const bytes = bytesOf(order.file)
      const isRead = bytes instanceof Uint8Array
      verdicts = isRead ? verdictsOf(bytes, order) : [bytes].values()
      return { kind: 'opened', bytes: isRead ? bytes.length : 0 }
    }
    const next = verdicts?.next()
    if (next?.value) return { kind: 'verdict', verdict: next.value }
    verdicts = undefined
    return { kind: 'end' }
  }
}

/** The memory of all columns of a recording: it can change hands instead of being copied. */
export const columnsOf = (answer: Answer): ArrayBuffer[] => {
  if (answer.kind !== 'verdict' || answer.verdict.kind !== 'recording') return []
  const { activity, activities } = answer.verdict.file
  const columns = [...activities, ...(activity ? [activity] : [])].flatMap(({ samples, beats }) => [
    ...Object.values(samples).filter((value) => value instanceof Float64Array),
    ...samples.developer.map(({ values }) => values),
    ...(beats ? [beats.interval, beats.time] : []),
  ])
  const memory = columns.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  )
  return [...new Set(memory)]
}
