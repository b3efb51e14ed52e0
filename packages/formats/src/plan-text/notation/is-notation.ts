import { readLines, type Line } from './lines.ts'
import { parseDayLine } from './parse-lines.ts'
import { parseWorkout } from './parse-workout.ts'

/** Lines that are looked at; a page that is no notation so far will not become it. */
const MOST_LINES = 400
/** Sessions that are read where no line of a header settles it. */
const MOST_SESSIONS = 20

const HEADER = /^(?:plan\s+\S|units\s+(?:mi|km)$|paces\s+\S+$|follows\s+\S|pace\s+\S+\s*=|race\s+\S)/u
const BODY =
  /^(?:phase(?:\s|$)|week\s+\d|objective\s+["“]|note\s+["“]|allow\s+\S+\s+["“]|(?:strength|plyometrics|mobility|session)\s)/u
const DAY = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|any)\s/u

interface Tally {
  header: number
  body: number
  other: number
  read: number
  unread: number
}

const isSessionRead = (line: Line): boolean => {
  const day = parseDayLine(line)
  return day !== undefined && parseWorkout(day.text).ok
}

const count = (tally: Tally, line: Line): void => {
  if (DAY.test(line.code)) {
    if (tally.read + tally.unread >= MOST_SESSIONS) return
    if (isSessionRead(line)) tally.read += 1
    else tally.unread += 1
  } else if (HEADER.test(line.code)) tally.header += 1
  else if (BODY.test(line.code)) tally.body += 1
  else if (line.indent === 0) tally.other += 1
}

/**
 * Whether a whole text is a plan in the notation rather than prose: most lines at the left edge begin as the notation's
 * do, and a header says so or the sessions read. A single prescription is not asked for. Looks at the first lines only.
 */
export const isNotation = (text: string): boolean => {
  const tally: Tally = { header: 0, body: 0, other: 0, read: 0, unread: 0 }
  let looked = 0
  for (const line of readLines(text)) {
    if (looked >= MOST_LINES) break
    looked += line.code === '' ? 0 : 1
    if (line.code !== '') count(tally, line)
  }
  const { header, body, other, read, unread } = tally
  if (header + body <= other) return false
  return header > 0 ? read + unread === 0 || read > 0 || header > 1 : read > unread
}
