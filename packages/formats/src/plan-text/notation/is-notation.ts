import { readLines, type Line } from './lines.ts'
import { parseDayLine } from './parse-lines.ts'
import { parseWorkout } from './parse-workout.ts'

/** Lines that are looked at; a page that is no notation so far will not become it. */
const MOST_LINES = 400
/** Sessions that are read where no line of a header settles it. */
const MOST_SESSIONS = 20

/** Lines that no prose has. */
const SURE =
  /^(?:units\s+(?:mi|km)|paces\s+(?:offsets|equivalent|measured)|pace\s+\w+\s*=\s*\w+[+-].*|objective\s+["“].*|allow\s+\S+\s+["“].*)$/u
/** Lines that prose could begin like. */
const LIKELY =
  /^(?:plan\s|race\s+(?:\d|mile|hm|marathon)|follows\s+\S|phase(?:\s|$)|week\s+\d|note\s+["“]|(?:strength|plyometrics|mobility|session)\s)/u
const DAY = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|any)\s/u

interface Tally {
  sure: number
  likely: number
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
  } else if (SURE.test(line.code)) tally.sure += 1
  else if (LIKELY.test(line.code)) tally.likely += 1
  else if (line.indent === 0) tally.other += 1
}

/**
 * Whether a whole text is a plan in the notation rather than prose: most lines at the left edge begin as the notation's
 * do, and one of them is like no prose or most sessions read. A single prescription is not asked for. Looks at the first lines only.
 */
export const isNotation = (text: string): boolean => {
  const tally: Tally = { sure: 0, likely: 0, other: 0, read: 0, unread: 0 }
  let looked = 0
  for (const line of readLines(text)) {
    if (looked >= MOST_LINES) break
    looked += line.code === '' ? 0 : 1
    if (line.code !== '') count(tally, line)
  }
  const { sure, likely, other, read, unread } = tally
  return sure + likely > other && (sure > 0 || read > unread)
}
