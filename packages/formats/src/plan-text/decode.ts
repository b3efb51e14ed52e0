import { fail, ok, type Result } from '@bell-lap/core'
import { asciiSpot, decodeUtf16, decodeUtf8, decodeWindows1252, type Utf8Reading } from './decode-bytes.ts'
import type { TextFinding } from './reading.ts'

/** Largest text that is read, in bytes. */
export const MOST_TEXT_BYTES = 1_048_576

/** Text of a file, with what was odd about its bytes. */
export interface DecodedText {
  readonly text: string
  readonly findings: readonly TextFinding[]
}

export const DECODE_FAULTS = ['empty', 'too large', 'binary'] as const

/** Why bytes are not read as text. The message says what they are and what to do. */
export interface DecodeFault {
  readonly code: (typeof DECODE_FAULTS)[number]
  readonly message: string
}

/**
 * Text of a file's bytes: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252 with a finding.
 * Refused by name: nothing but blanks, more than 1 MB, and what is not text (archives, pictures, PDF, Word, watch files).
 */
export const decodeText = (bytes: Uint8Array): Result<DecodedText, DecodeFault> => {
  if (bytes.length > MOST_TEXT_BYTES) return fail({ code: 'too large', message: TOO_LARGE })
  const kind = KINDS.find(({ is }) => is(bytes))
  if (kind) return fail({ code: 'binary', message: `this is ${kind.name}, not text. ${kind.advice}` })
  const decoded = decodeAs(bytes)
  if (!decoded) return fail({ code: 'binary', message: BINARY })
  const { text } = decoded
  if (text.length <= MOST_BLANK && text.trim() === '') return fail({ code: 'empty', message: EMPTY })
  return ok({ text, findings: [...decoded.findings, ...controlFindings(text)] })
}

/** Longer texts are read even when they hold blanks only: what they are is then a finding, not a refusal. */
const MOST_BLANK = 4096
const TOO_LARGE =
  'this is more than 1 MB, and no plan is so long. Keep the part that holds the weeks, or cut it into one file a plan.'
const EMPTY = 'this is empty: there is nothing in it but blanks. Paste the plan into it and try again.'
const BINARY = 'this is binary data, not text. Save or copy the plan as plain text (.txt) and try again.'

const decodeAs = (bytes: Uint8Array): DecodedText | undefined => {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return fromUtf8(bytes.subarray(3))
  if (startsWith(bytes, [0xff, 0xfe])) return { text: decodeUtf16(bytes.subarray(2), 'little'), findings: [] }
  if (startsWith(bytes, [0xfe, 0xff])) return { text: decodeUtf16(bytes.subarray(2), 'big'), findings: [] }
  const order = bytes.includes(0) ? asciiSpot(bytes) : undefined
  if (order) {
    const text = decodeUtf16(bytes, order)
    return { text, findings: [encoding('note', 'The text is UTF-16 without a byte order mark.')] }
  }
  return bytes.includes(0) ? undefined : fromUtf8(bytes)
}

const fromUtf8 = (bytes: Uint8Array): DecodedText => {
  const reading = decodeUtf8(bytes)
  if (reading.wrong === 0) return { text: reading.text, findings: [] }
  if (reading.wrong <= reading.sound) return { text: reading.text, findings: [damaged(reading)] }
  return { text: decodeWindows1252(bytes), findings: [encoding('note', WINDOWS)] }
}

const WINDOWS = 'The text is not UTF-8: it was read as Windows-1252. Letters with accents may be wrong.'

const damaged = ({ wrong, firstWrong }: Utf8Reading): TextFinding => ({
  ...encoding('warning', `${wrong} byte${wrong === 1 ? ' is' : 's are'} not UTF-8: each is shown as \uFFFD.`),
  from: firstWrong,
  to: firstWrong + 1,
})

const encoding = (level: TextFinding['level'], message: string): TextFinding => ({
  level,
  rule: 'encoding',
  message,
  from: 0,
  to: 0,
})

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0001-\u0008\u000e-\u001f\u007f]/

const controlFindings = (text: string): readonly TextFinding[] => {
  const at = text.search(CONTROL)
  if (at < 0) return []
  return [{ ...encoding('note', 'The text holds control characters: they are read as blanks.'), from: at, to: at + 1 }]
}

const startsWith = (bytes: Uint8Array, start: readonly number[], from = 0): boolean =>
  start.every((byte, index) => bytes[from + index] === byte)

const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0))

const holds = (bytes: Uint8Array, text: string): boolean => {
  const wanted = ascii(text)
  const end = Math.min(bytes.length, 4096) - wanted.length
  for (let at = 0; at <= end; at++) if (startsWith(bytes, wanted, at)) return true
  return false
}

interface FileKind {
  readonly name: string
  readonly advice: string
  readonly is: (bytes: Uint8Array) => boolean
}

const COPY = 'Open it, copy the plan and save it as plain text (.txt).'
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** Magic numbers of what people take for a text, the closer name first. */
const KINDS: readonly FileKind[] = [
  { name: 'a Word document', advice: COPY, is: (bytes) => startsWith(bytes, ZIP) && holds(bytes, 'word/') },
  {
    name: 'an Excel workbook',
    advice: 'Save the sheet as CSV or as text with tabs.',
    is: (bytes) => startsWith(bytes, ZIP) && holds(bytes, 'xl/'),
  },
  {
    name: 'a ZIP archive',
    advice: 'Unpack it and read the text in it; a .docx is one too: save it as plain text.',
    is: (bytes) => startsWith(bytes, ZIP),
  },
  { name: 'an empty ZIP archive', advice: COPY, is: (bytes) => startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]) },
  { name: 'a PDF', advice: COPY, is: (bytes) => startsWith(bytes, ascii('%PDF')) },
  { name: 'an old Word or Excel file', advice: COPY, is: (bytes) => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]) },
  { name: 'an RTF document', advice: COPY, is: (bytes) => startsWith(bytes, ascii('{\\rtf')) },
  {
    name: 'a PNG picture',
    advice: 'Type or copy the plan as text.',
    is: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]),
  },
  {
    name: 'a JPEG picture',
    advice: 'Type or copy the plan as text.',
    is: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  },
  { name: 'a GIF picture', advice: 'Type or copy the plan as text.', is: (bytes) => startsWith(bytes, ascii('GIF8')) },
  { name: 'a gzip archive', advice: 'Unpack it first.', is: (bytes) => startsWith(bytes, [0x1f, 0x8b]) },
  {
    name: 'a FIT file of a watch',
    advice: 'A plan is text; a recorded run is for "bell-lap review".',
    is: (bytes) => startsWith(bytes, ascii('.FIT'), 8),
  },
]
