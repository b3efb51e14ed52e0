import { decodeWindows1252 } from '../plan-text/decode-bytes.ts'
import { decodeName } from './decode.ts'

export const RECORDING_FORMATS = ['fit', 'tcx', 'gpx', 'csv', 'json'] as const
export type RecordingFormat = (typeof RECORDING_FORMATS)[number]

/** What the head of a file says that it is: a format that is read, or the name of something else. */
export type Recognised =
  | { readonly format: RecordingFormat }
  | { readonly other: string; readonly code: 'not-recognised' | 'doctype' | 'empty' }

const HEAD = 65_536

const isFit = (bytes: Uint8Array): boolean => bytes.length >= 12 && decodeName(bytes.subarray(8, 12)) === '.FIT'

/** Text without what hides its first sign: a byte order mark, the zeros of UTF-16. */
const headOf = (bytes: Uint8Array): string =>
  decodeName(bytes.subarray(0, HEAD))
    .replace(/\0/g, '')
    .replace(/^(?:\uFEFF|\xFF\xFE|\xFE\xFF|ÿþ|þÿ)/, '')
    .trimStart()

/** What stands in files of one format only; the first that is found decides. */
const ELEMENT =
  /<(?:[\w.-]+:)?(!doctype(?:\s+html)?|TrainingCenterDatabase|gpx|Trackpoint|trkpt|workout_file|kml|html|svg|Activities|trk)(?=[\s/>])/i

const other = (name: string): Recognised => ({ other: name, code: 'not-recognised' })

const MARKUP: ReadonlyMap<string, Recognised> = new Map<string, Recognised>([
  ['trainingcenterdatabase', { format: 'tcx' }],
  ['activities', { format: 'tcx' }],
  ['trackpoint', { format: 'tcx' }],
  ['gpx', { format: 'gpx' }],
  ['trk', { format: 'gpx' }],
  ['trkpt', { format: 'gpx' }],
  ['workout_file', other('a planned workout (ZWO)')],
  ['kml', other('a KML file')],
  ['html', other('a web page')],
  ['!doctype html', other('a web page')],
  ['!doctype', { other: 'a text with a document type', code: 'doctype' }],
  ['svg', other('a picture')],
])

/** First bytes of what is no recording, as Windows-1252 shows them. */
const MAGIC: readonly (readonly [start: string, name: string])[] = [
  ['%PDF', 'a PDF'],
  ['\u2030PNG', 'a picture'],
  ['ÿØÿ', 'a picture'],
  ['GIF8', 'a picture'],
  ['7z¼¯', 'a 7z archive'],
  ['Rar!', 'a RAR archive'],
  ['BZh', 'a bzip2 archive'],
  ['ý7zXZ', 'an xz archive'],
  ['(µ/ý', 'a zstd archive'],
]

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  decodeWindows1252(bytes.subarray(0, start.length)) === start

const BINARY = /[\x01-\x08\x0E-\x1F]/

/** Recognises a recording by its contents, however it is called. */
export const formatOf = (bytes: Uint8Array): Recognised => {
  if (isFit(bytes)) return { format: 'fit' }
  const magic = MAGIC.find(([start]) => startsWith(bytes, start))
  if (magic) return other(magic[1])
  const head = headOf(bytes)
  const markup = head.includes('<')
    ? MARKUP.get(ELEMENT.exec(head)?.[1]?.replace(/\s+/, ' ').toLowerCase() ?? '')
    : undefined
  if (markup) return markup
  if (head.startsWith('{') || head.startsWith('[')) return { format: 'json' }
  if (head === '') return { other: 'empty', code: 'empty' }
  return BINARY.test(head.slice(0, 1000)) ? other('binary data') : { format: 'csv' }
}
