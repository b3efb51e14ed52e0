/** A step as the workout builder reads a line, in its own units. */
export interface IcuStep {
  readonly cue: string
  readonly seconds: number | null
  readonly metres: number | null
  readonly lap: boolean
  /** The rest of the line after the length: the target. */
  readonly target: string
}

/** Steps that are done so often; a lone step is a block of one repetition. */
export interface IcuBlock {
  readonly times: number
  readonly steps: readonly IcuStep[]
}

/**
 * Lengths as the quick guide gives them (forum.intervals.icu/t/123701): `1h2m30s`, `10m`, `30s`, `5'`, `30"`, `500mtr`,
 * `2km`, `0.4km`, `1mi`. `m` is minutes.
 */
const LENGTH =
  /(?<![\p{L}\p{N}.:])(?:(\d+(?:\.\d+)?)(km|mi|mtr)|((?:\d+h)?(?:\d+m)?(?:\d+s)?|\d+'(?:\d+")?|\d+"))(?![\p{L}\p{N}])/gu

const METRES = { km: 1000, mi: 1609.344, mtr: 1 } as const

const secondsOf = (text: string): number => {
  const part = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(text)?.[1] ?? 0)
  return part('h') * 3600 + part(`(?:m|')`) * 60 + part(`(?:s|")`)
}

/** A step line: everything before its first length is the cue. */
const stepOf = (line: string): IcuStep => {
  const body = line.slice(2)
  for (const match of body.matchAll(LENGTH)) {
    const [text, amount, unit, time] = match
    if (text === '') continue
    const before = body.slice(0, match.index)
    return {
      cue: before.replace(/press lap/i, '').trim(),
      seconds: time ? secondsOf(time) : null,
      metres: amount && (unit === 'km' || unit === 'mi' || unit === 'mtr') ? Number(amount) * METRES[unit] : null,
      lap: /press lap/i.test(body),
      target: body.slice(match.index + text.length).trim(),
    }
  }
  throw new Error(`no length in "${line}"`)
}

/** Reads the subset that is written: steps, sets under `6x` with a blank line before and after, no nesting. */
export const readIcu = (text: string): readonly IcuBlock[] =>
  text
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      const [head = '', ...rest] = lines
      const times = /(?:^|\s)(\d+)x$/.exec(head)
      const steps = (times ? rest : lines).map((line) => {
        if (!line.startsWith('- ')) throw new Error(`"${line}" is a header in the middle of a block`)
        return stepOf(line)
      })
      return { times: times ? Number(times[1]) : 1, steps }
    })

/** Every step in the order it is done. */
export const runIcu = (text: string): readonly IcuStep[] =>
  readIcu(text).flatMap(({ times, steps }) => Array.from({ length: times }, () => steps).flat())
