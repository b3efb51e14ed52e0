import { reviewActivity } from '../../packages/core/src/review/review.ts'
import { readWorkout } from '../../packages/formats/src/plan-text/prose/read-workout.ts'
import { FITTED, fitParameters } from './fit-parameters.ts'
import { hasShared, sharedSessions, truthsOf, type SharedSession } from './shared-sessions.ts'
import { added, f1, scoreOf } from './varied-score.ts'
import { VARIED } from './varied-sessions.ts'
import { f1Of, ROOM, trialOf, type Trial } from './simulate.ts'

const SEED = 7919
const COUNT = 500

interface Hit {
  readonly start: number
  readonly end: number
}

const foundIn = ({ activity, text }: SharedSession, ignoreLaps: boolean): readonly Hit[] =>
  reviewActivity(activity, { workout: readWorkout(text, {}).workout, ignoreLaps }).reps.flatMap(({ start, end }) =>
    start === null || end === null ? [] : [{ start, end }],
  )

const closest = (found: readonly Hit[], truth: Hit): Hit | undefined =>
  found.find((one) => one.start < truth.end && one.end > truth.start)

const time = (hit: Hit | undefined): string => (hit ? (hit.end - hit.start).toFixed(1) : 'missed')
const off = (hit: Hit | undefined, truth: Hit): string =>
  hit ? `${(hit.start - truth.start).toFixed(1)} / ${(hit.end - truth.end).toFixed(1)}` : '-'

const sessionTable = (session: SharedSession): string => {
  const [pressed, blind] = [foundIn(session, false), foundIn(session, true)]
  const rows = truthsOf(session).map((truth, index) => {
    const [one, other] = [closest(pressed, truth), closest(blind, truth)]
    return `| ${index + 1} | ${(truth.end - truth.start).toFixed(1)} | ${time(one)} | ${time(other)} | ${off(other, truth)} |`
  })
  return [
    `### ${session.text}`,
    '',
    '| rep | lap button, s | reviewed, s | without laps, s | ends off, s |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

const blindScore = (sessions: readonly SharedSession[]): string => {
  let [hits, all] = [0, 0]
  const offs: number[] = []
  for (const session of sessions) {
    const [found, truths] = [foundIn(session, true), truthsOf(session)]
    all += found.length + truths.length
    for (const truth of truths) {
      const hit = found.find(
        (one) => Math.abs(one.start - truth.start) <= ROOM && Math.abs(one.end - truth.end) <= ROOM,
      )
      if (!hit) continue
      hits++
      offs.push(Math.abs(hit.start - truth.start), Math.abs(hit.end - truth.end))
    }
  }
  const middle = offs.toSorted((one, other) => one - other)[offs.length >> 1] ?? NaN
  return `Without laps: F1 ${((2 * hits) / all).toFixed(3)} with both ends within ${ROOM} s, median error ${middle.toFixed(1)} s.`
}

const LENGTHS = [45, 90, 180, 300, 600] as const

const byLength = (trials: readonly Trial[]): string[] => {
  let from = 0
  return [...LENGTHS, Infinity].map((to) => {
    const inside = (length: number): boolean => length >= from && length < to
    let [hits, truths, found] = [0, 0, 0]
    for (const trial of trials) {
      truths += trial.truths.filter(({ length }) => inside(length)).length
      hits += trial.hits.filter((index) => inside(trial.truths[index]?.length ?? NaN)).length
      const wrong = trial.false.filter((index) => inside(trial.found[index]?.length ?? NaN)).length
      found += wrong + trial.hits.filter((index) => inside(trial.truths[index]?.length ?? NaN)).length
    }
    const name = to === Infinity ? `${from} s and more` : `${from} to ${to} s`
    from = to
    return `| ${name} | ${truths} | ${truths + found > 0 ? ((2 * hits) / (truths + found)).toFixed(3) : '-'} |`
  })
}

const byHabit = (trials: readonly Trial[], name: string, of: (trial: Trial) => string): string[] =>
  [...Map.groupBy(trials, of)]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([value, some]) => `| ${name}: ${value} | ${some.length} | ${f1Of(some).toFixed(3)} |`)

const failures = (trials: readonly Trial[]): string[] =>
  trials
    .map((trial) => ({ trial, wrong: trial.truths.length - trial.hits.length + trial.false.length }))
    .filter(({ wrong }) => wrong > 0)
    .toSorted((one, other) => other.wrong - one.wrong)
    .slice(0, 12)
    .map(({ trial }) => {
      const { sampling, button, treadmill, dropouts } = trial.habits
      const habits = `${sampling}, ${button}${treadmill ? ', treadmill' : ''}, ${dropouts} dropouts`
      return `| ${trial.seed} | ${trial.text} | ${habits} | ${trial.hits.length} of ${trial.truths.length} | ${trial.false.length} |`
    })

const MANY = `## Many files at once

\`bell-lap review FOLDER|ARCHIVE|FILES...\` gives one verdict for each file and never stops at a bad one. With \`--json\`:

    { "files": [ { "file": "watch/a.fit", "verdict": "reviewed", "review": { ...as for a single file } },
        { "file": "export.zip/activities/1.fit.gz", "verdict": "duplicate", "duplicate_of": "watch/a.fit", "because": ["..."] },
        { "file": "watch/b.fit", "verdict": "refused", "problems": [ { "code", "message" } ] },
        { "file": "watch/c.fit", "verdict": "plan" },
        { "file": "activities.csv", "verdict": "table", "activities": 120, "without_file": 3 },
        { "file": "notes.json", "verdict": "passed over", "message": "..." } ],
      "sessions"?: [ { "id", "day", "slot", "state": "done|asks|missed|open", "file"?, "verdict"?, "because"? } ],
      "summary": { "files", "reviewed", "duplicates", "plans", "tables", "refused", "passed_over" } }

\`sessions\` comes with \`--season\`: what became of each session that is run. A reviewed file then carries \`session\` and
\`match\`: \`high\` was taken by itself, \`medium\` asks. A session is missed only once its window has closed (the day after
its own), as of \`--today\`. Exit code 2 where a file was refused or nothing was reviewed, else 0.
`

/** The page on how well reviews find repetitions; the real sessions only where ../shared is at hand. */
export const reviewPage = (): string => {
  const sessions = sharedSessions()
  const parameters = hasShared ? fitParameters(sessions) : FITTED
  const trials = Array.from({ length: COUNT }, (_, index) => trialOf(SEED * (index + 1), parameters))
  const offs = trials.flatMap((trial) => trial.offs).toSorted((one, other) => one - other)
  const varied = VARIED.map((one) => ({ ...one, score: scoreOf(one) }))
  const perfect = trials.filter((trial) => trial.hits.length === trial.truths.length && trial.false.length === 0).length

  return `# How well a review finds the repetitions

Written by \`node scripts/make-review-page.ts\`. What is held against what: \`bell-lap review\` with the workout as its coach
would have written it, and the repetitions as they are known.

## Real sessions

Five interval sessions that people recorded. The lap button is the truth; "without laps" is \`--ignore-laps\`. One lap
of 8 x 200 m begins with the watch standing still for 13 s: the repetition is what was run after it.

${sessions.map(sessionTable).join('\n')}
${sessions.length > 0 ? blindScore(sessions) : 'The recordings were not at hand when this page was written.'}

## Simulated sessions

${COUNT} sessions of one or two sets with known truth, seed ${SEED}: runners who speed up by degrees, wobble, press the button
early or late or not at all, skip repetitions or add one, stop the watch; devices that smooth, jitter, lose positions
and sample each second, every third or as they like; treadmills. Parameters as fitted to the real sessions:
\`${JSON.stringify(parameters, (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(3)) : value))}\`.

A repetition is found when both its ends are within ${ROOM} s. F1 **${f1Of(trials).toFixed(3)}**, median error of an end
${(offs[offs.length >> 1] ?? NaN).toFixed(1)} s, ${perfect} of ${COUNT} sessions without any fault.

| planned length | repetitions | F1 |
| --- | --- | --- |
${byLength(trials).join('\n')}

| recording | sessions | F1 |
| --- | --- | --- |
${[
  ...byHabit(trials, 'button', ({ habits }) => habits.button),
  ...byHabit(trials, 'sampling', ({ habits }) => habits.sampling),
  ...byHabit(trials, 'treadmill', ({ habits }) => (habits.treadmill ? 'yes' : 'no')),
  ...byHabit(trials, 'dropouts', ({ habits }) => String(habits.dropouts)),
].join('\n')}

### Where it fails

| seed | session | recording | found | false |
| --- | --- | --- | --- | --- |
${failures(trials).join('\n')}

- An end is told by the change of speed. Who slows down well before the button, or jogs off faster and faster, is
  credited with another length; the planned length holds against it, but not for long bouts.
- Where repetitions of a first set were left out, a longer one of the second set may be laid over those that were run.
- Repetitions that are hardly faster than the recovery (under 10 %) are not told at all, and the review says so.
- Positions that stand still and leap for half a minute cut a repetition or lengthen it.

## Other runners, other watches

A second simulator, made without looking at the first, each session run three times. Positions drift, hills change
speeds, phones write positions alone, watches pause by themselves, lose the way in tunnels, or tell speed by the steps.
F1 **${f1(added(varied.map(({ score }) => score))).toFixed(3)}** in all.

| recording | session | F1 |
| --- | --- | --- |
${varied.map(({ name, text, score }) => `| ${name} | ${text} | ${f1(score).toFixed(3)} |`).join('\n')}

${MANY}`
}
