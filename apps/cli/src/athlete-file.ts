import { readFileSync, statSync } from 'node:fs'
import { fail, ok, type Athlete, type Result } from '@bell-lap/core'
import { ATHLETE_FIELDS, AthleteFile, athleteOf } from '@bell-lap/formats'

const MOST_BYTES = 1_000_000
const MOST_LINES = 10

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

/** Text of an athlete file as an athlete, or what is wrong with it, field by field. */
export const parseAthlete = (text: string): Result<Athlete, readonly string[]> => {
  const json = parseJson(text)
  if (!json.ok) return fail([json.fault])
  const checked = AthleteFile.safeParse(json.value)
  if (checked.success) return ok(athleteOf(checked.data))
  const lines = checked.error.issues.flatMap((issue) => describe(issue, json.value))
  const more = lines.length - MOST_LINES
  return fail(more > 0 ? [...lines.slice(0, MOST_LINES), `and ${more} more`] : lines)
}

const parseJson = (text: string): Result<unknown, string> => {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail(`not JSON (${reason}): check quotes, commas and brackets there.`)
  }
}

interface Issue {
  readonly code?: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
}

/** `marks[0].time is "19.45x": write a time, as "19:45".` */
const describe = (issue: Issue, file: unknown): readonly string[] => {
  const where = pathText(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => `${joined(where, key)} is not a field of an athlete file: ${meant(key)}`)
  }
  const value = valueAt(file, issue.path)
  const found = value === undefined ? 'is missing' : `is ${shortened(JSON.stringify(value))}`
  return [`${where === '' ? 'the file' : where} ${found}: ${issue.message}.`]
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : joined(text, String(part))), '')

const joined = (where: string, key: string): string => (where === '' ? key : `${where}.${key}`)

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 37)}...` : text)

const valueAt = (file: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    file,
  )

const commonStart = (a: string, b: string): number => {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1
  return length
}

/** The field that a wrong name starts like, else where the names are listed. */
const meant = (key: string): string => {
  const [best = ''] = ATHLETE_FIELDS.toSorted((a, b) => commonStart(key, b) - commonStart(key, a))
  return commonStart(key, best) >= 3 ? `did you mean ${best}?` : `its fields are ${ATHLETE_FIELDS.join(', ')}.`
}
