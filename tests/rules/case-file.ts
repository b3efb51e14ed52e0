/** What a case does to the base plan, and what has to come of it. */
export interface RuleCase {
  /** `breaks`: the rule has to report. `near`: it has to stay silent. */
  readonly verdict: 'breaks' | 'near'
  readonly name: string
  /** Text of the plan that is checked. */
  readonly plan: string
  /** The athlete file in JSON that the plan is checked for. */
  readonly athlete?: string
  /** Words that the rule's message has to hold. */
  readonly says: readonly string[]
  /** Level that the rule's finding has to have. */
  readonly level?: string
}

/** Reads a case file against the base plan; throws with the line where an edit finds nothing to change. */
export const readCases = (file: string, base: string): readonly RuleCase[] =>
  blocksOf(file).map(({ verdict, name, lines }) => caseOf(verdict, name, { lines, base }))

interface Block {
  readonly verdict: RuleCase['verdict']
  readonly name: string
  readonly lines: string[]
}

const blocksOf = (file: string): readonly Block[] => {
  const blocks: Block[] = []
  for (const line of file.split('\n')) {
    const head = /^(breaks|near) "(.*)"$/.exec(line)
    if (head) blocks.push({ verdict: head[1] === 'near' ? 'near' : 'breaks', name: head[2] ?? '', lines: [] })
    else if (line.startsWith('  ')) blocks.at(-1)?.lines.push(line.slice(2))
    else if (line.trim() !== '' && !line.startsWith('#')) throw new Error(`Not a line of a case file: ${line}`)
  }
  return blocks
}

const caseOf = (
  verdict: Block['verdict'],
  name: string,
  { lines, base }: { lines: readonly string[]; base: string },
): RuleCase => {
  let plan = base
  const found: { athlete?: string; level?: string; says: string[] } = { says: [] }
  let whole: string[] | undefined
  for (const line of lines) {
    if (whole && (line.startsWith('  ') || line === '')) whole.push(line.slice(2))
    else if (line === 'plan:') whole = []
    else if (line.startsWith('athlete ')) found.athlete = line.slice('athlete '.length)
    else if (line.startsWith('says ')) found.says.push(unquoted(line.slice('says '.length)))
    else if (line.startsWith('level ')) found.level = line.slice('level '.length)
    else if (!line.startsWith('#') && line !== '') plan = edit(plan, line)
  }
  return { verdict, name, plan: whole ? `${whole.join('\n')}\n` : plan, ...found }
}

const unquoted = (text: string): string => /^"(.*)"$/.exec(text)?.[1] ?? text

/** One edit of the base plan. */
const edit = (plan: string, line: string): string => {
  for (const [form, apply] of EDITS) {
    const match = form.exec(line)
    if (!match) continue
    const changed = apply(plan, match.groups ?? {})
    if (changed === plan) throw new Error(`This edit changes nothing: ${line}`)
    return changed
  }
  throw new Error(`Not an edit: ${line}`)
}

type Groups = { readonly [name: string]: string | undefined }

const WEEKS = String.raw`weeks? (?<weeks>all|[\d, -]+)`

const EDITS: readonly (readonly [RegExp, (plan: string, groups: Groups) => string])[] = [
  [
    new RegExp(`^${WEEKS} (?<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?: (?<slot>am|pm))?: ?(?<text>.*)$`),
    (plan, groups) => inWeeks(plan, groups, (week) => setDay(week, groups)),
  ],
  [
    new RegExp(`^${WEEKS} (?<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\+ (?<text>.+)$`),
    (plan, groups) => inWeeks(plan, groups, (week) => addToDay(week, groups)),
  ],
  [
    new RegExp(`^${WEEKS} head: ?(?<text>.*)$`),
    (plan, groups) => inWeeks(plan, groups, (week) => setHead(week, groups)),
  ],
  [
    new RegExp(`^${WEEKS} replace "(?<from>.+)" with "(?<to>.*)"$`),
    (plan, groups) => inWeeks(plan, groups, (week) => week.map((line) => swap(line, groups))),
  ],
  [new RegExp(`^drop ${WEEKS}$`), (plan, groups) => inWeeks(plan, groups, () => [])],
  [
    /^drop lines with "(?<from>.+)"$/,
    (plan, { from = '' }) =>
      plan
        .split('\n')
        .filter((line) => !line.includes(from))
        .join('\n'),
  ],
  [
    /^replace "(?<from>.+)" with "(?<to>.*)"$/,
    (plan, groups) =>
      plan
        .split('\n')
        .map((line) => swap(line, groups))
        .join('\n'),
  ],
  [/^below "(?<from>.+?)" "(?<text>.+)"$/, (plan, groups) => below(plan, groups)],
]

const swap = (line: string, { from = '', to = '' }: Groups): string => line.replaceAll(from, to)

/** A new line under the first one that begins so. */
const below = (plan: string, { from = '', text = '' }: Groups): string => {
  const lines = plan.split('\n')
  const at = lines.findIndex((line) => line.startsWith(from))
  return at < 0 ? plan : lines.toSpliced(at + 1, 0, text).join('\n')
}

/** Numbers of `1-3, 5`. */
const numbersOf = (text: string): ReadonlySet<number> =>
  new Set(
    text.split(',').flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number)
      return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    }),
  )

/** A week is its head line and what is indented below it. */
const inWeeks = (
  plan: string,
  { weeks = 'all' }: Groups,
  change: (lines: readonly string[]) => readonly string[],
): string => {
  const wanted = weeks === 'all' ? undefined : numbersOf(weeks)
  const out: string[] = []
  let week: string[] | undefined
  const close = (): void => {
    if (week) out.push(...change(week))
    week = undefined
  }
  for (const line of plan.split('\n')) {
    const head = /^week (\d+)/.exec(line)
    if (!line.startsWith('  ')) close()
    if (head && (wanted?.has(Number(head[1])) ?? true)) week = [line]
    else (week ?? out).push(line)
  }
  close()
  return out.join('\n')
}

const isDay = (line: string, day: string): boolean => line.startsWith(`  ${day} `)

const dayLine = (day: string, slot: string | undefined, text: string): string => `  ${day} ${slot ?? '  '} ${text}`

/** Replaces what a day holds, or only what it holds in one half; an empty text takes it out. */
const setDay = (week: readonly string[], { day = '', slot, text = '' }: Groups): readonly string[] => {
  const goes = (line: string): boolean =>
    isDay(line, day) && (slot === undefined || line.startsWith(`  ${day} ${slot}`))
  const at = week.findIndex((line) => isDay(line, day))
  const kept = week.filter((line) => !goes(line))
  if (text === '') return kept
  const index =
    at < 0
      ? placeFor(week, day)
      : Math.min(kept.length, slot === 'pm' ? at + kept.filter((line) => isDay(line, day)).length : at)
  return kept.toSpliced(index, 0, dayLine(day, slot, text))
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

const placeFor = (week: readonly string[], day: string): number => {
  const later = DAYS.slice(DAYS.indexOf(day) + 1)
  const next = week.findIndex((line) => later.some((other) => isDay(line, other)))
  return next < 0 ? week.length : next
}

/** Adds a session after those of the day; `pm strength A` names its half. */
const addToDay = (week: readonly string[], { day = '', text = '' }: Groups): readonly string[] => {
  const [, slot, rest = text] = /^(am|pm) (.+)$/.exec(text) ?? []
  const last = week.findLastIndex((line) => isDay(line, day))
  return week.toSpliced(last < 0 ? placeFor(week, day) : last + 1, 0, dayLine(day, slot, rest))
}

const setHead = ([head = '', ...rest]: readonly string[], { text = '' }: Groups): readonly string[] => [
  `${/^week \d+/.exec(head)?.[0] ?? head} ${text}`.trimEnd(),
  ...rest,
]
