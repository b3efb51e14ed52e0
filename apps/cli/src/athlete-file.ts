import { readFileSync, statSync } from 'node:fs'
import { fail, ok, type Athlete, type Result } from '@bell-lap/core'
import { parseAthlete } from '@bell-lap/formats'

const MOST_BYTES = 1_000_000

/**
 * Reads an athlete file (JSON, up to 1 MB) and checks it field by field.
 * The fault is text for the athlete: which file, which field, what it holds, what to write instead.
 */
export const readAthleteFile = (path: string): Result<Athlete, string> => {
  const text = readText(path)
  if (!text.ok) return text
  const athlete = parseAthlete(text.value)
  return athlete.ok ? athlete : fail(athlete.fault.map((line) => `${path}: ${line}`).join('\n'))
}

const readText = (path: string): Result<string, string> => {
  try {
    const file = statSync(path)
    if (file.isDirectory()) return fail(`${path} is a folder: name the athlete file in it.`)
    if (file.size > MOST_BYTES) return fail(`${path} is larger than 1 MB: that is no athlete file.`)
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)))
  } catch (error) {
    return fail(`${path} cannot be read: ${reasonOf(error)}`)
  }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof TypeError) return 'it is not text in UTF-8.'
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file; check the name and the folder.'
  return code === 'EACCES' ? 'you may not open it; check its permissions.' : String(error)
}
