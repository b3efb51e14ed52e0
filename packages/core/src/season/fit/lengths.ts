import { lengthText } from '../../rules/say.ts'
import { longRunShare } from '../../rules/volume/long-run-share.ts'
import { singleRun } from '../../rules/volume/single-run.ts'
import { distanceOf, kilometres, type LongUnit } from '../../units/distance.ts'
import { estimate } from '../../workout/estimate.ts'
import type { Decision } from '../season.ts'
import { isEasy, isFixedLength, isKey, isLong, lengthOf, redraft, sumOf, worthOf, type SessionDraft } from './draft.ts'
import { easyRun, halves } from './easy-run.ts'
import type { Pacing } from './pacing.ts'
import { shorterWhole, withoutFilling } from './scale.ts'
import { dayOf, lessWork } from './work.ts'

/** Easy running around work that is never taken away: warming up and cooling down, less in a small week (convention). */
const AROUND_WORK = kilometres(3)
const LEAST_AROUND = kilometres(1.6)
const AROUND_SHARE = 0.08
/** A run shorter than this is hardly worth the shoes; rather one run fewer. */
const SHORTEST_EASY = kilometres(3)
/** A run that is hardly longer than that stays as it is. */
const SHORT_ENOUGH = 1.15
/** Nearer than this to the plan nothing is changed. */
const NEARLY = 0.97

/** What one week's runs are brought to. */
export interface LengthTarget {
  readonly week: number
  /** Whether the plan's week is scaled at all; else it stays as written. */
  readonly scaled: boolean
  /** Metres of what is done of the week. */
  readonly distance: number
  /** Longest run of the 30 days before a session; null where nothing is known of it. */
  readonly longestBefore: (draft: SessionDraft) => number | null
  readonly unit: LongUnit
}

export interface FittedRuns {
  readonly drafts: readonly SessionDraft[]
  readonly decisions: readonly Decision[]
}

/**
 * Runs brought to the distance of their week: those with work and the long run by the week's share, the easy ones fill
 * what is left, and none is longer than the last 30 days allow.
 */
export const fitLengths = (drafts: readonly SessionDraft[], target: LengthTarget, pacing: Pacing): FittedRuns => {
  const desk: Desk = { target, pacing, factor: factorOf(drafts, target), decisions: [] }
  const bound = drafts.map((draft) => (isEasy(draft) ? draft : byShare(draft, desk)))
  const filled = desk.factor < NEARLY ? fillEasy(bound, desk) : bound
  const safe = filled.map((draft) => noSpike(draft, desk))
  return { drafts: longRunInProportion(safe, desk), decisions: desk.decisions }
}

/** Share that is left of the runs that can be shortened, those that are done. */
const factorOf = (drafts: readonly SessionDraft[], { scaled, distance }: LengthTarget): number => {
  const fixed = sumOf(drafts.filter(({ hardness }) => hardness === 'race'))
  const others = sumOf(drafts) - fixed
  return !scaled || others === 0 ? 1 : Math.min(1, Math.max(0, distance - fixed) / others)
}

const aroundWork = ({ distance }: LengthTarget): number =>
  Math.min(AROUND_WORK, Math.max(LEAST_AROUND, distance * AROUND_SHARE))

interface Desk {
  readonly target: LengthTarget
  /** Share that is left of runs that can be shortened. */
  readonly factor: number
  readonly pacing: Pacing
  readonly decisions: Decision[]
}

const tell = (desk: Desk, draft: SessionDraft, after: SessionDraft, why: { rule: string; because: string }): void => {
  const { unit, week } = desk.target
  if (after.workout === draft.workout) return
  const [now, then] = [lengthText(lengthOf(after), unit), lengthText(lengthOf(draft), unit)]
  desk.decisions.push({
    about: 'session',
    session: draft.id,
    week,
    what: `${dayOf(draft)}: ${now === then ? 'a little shorter' : `${now} instead of ${then}`}`,
    ...why,
  })
}

/** A run with at most so many metres; as short as it gets where that is more. The same run where nothing can go. */
export const atMost = (draft: SessionDraft, most: number, pacing: Pacing): SessionDraft => {
  const length = lengthOf(draft)
  if (length === 0 || most >= length) return draft
  const inner = innerLength(draft, pacing)
  const filling = length - inner
  const factor = draft.workout.total || filling <= 0 ? most / length : (most - inner) / filling
  const workout = shorterWhole(draft.workout, Math.max(0, factor))
  return workout === draft.workout ? draft : redraft(draft, workout, pacing)
}

/** Metres of a run without the running that fills it. */
const innerLength = ({ workout }: SessionDraft, { speedAt, goal }: Pacing): number => {
  const inner = withoutFilling(workout)
  return inner.steps.length === 0 ? 0 : (estimate(inner, speedAt, goal).distance ?? 0)
}

/** A run with work never loses the running that warms up and cools down. */
export const leastLength = (draft: SessionDraft, pacing: Pacing, around: number = AROUND_WORK): number => {
  const inner = innerLength(draft, pacing)
  return inner === 0 ? 0 : Math.min(lengthOf(draft), inner + around)
}

const byShare = (draft: SessionDraft, desk: Desk): SessionDraft => {
  const { factor } = desk
  if (factor >= NEARLY || isFixedLength(draft)) return draft.hardness === 'test' ? shorterTest(draft, desk) : draft
  const most = roundedUp(
    draft,
    Math.max(lengthOf(draft) * factor, isLong(draft) ? 0 : leastLength(draft, desk.pacing, aroundWork(desk.target))),
  )
  const after = atMost(draft, most, desk.pacing)
  tell(desk, draft, after, {
    rule: 'R71',
    because: 'the week is scaled: the work and the warm-up around it stay, easy running gives way first',
  })
  return after
}

/** A test is as long as it is; the running around it is not. */
const shorterTest = (draft: SessionDraft, desk: Desk): SessionDraft => {
  const { factor } = desk
  if (factor >= NEARLY) return draft
  const after = atMost(
    draft,
    roundedUp(draft, Math.max(lengthOf(draft) * factor, leastLength(draft, desk.pacing, aroundWork(desk.target)))),
    desk.pacing,
  )
  tell(desk, draft, after, { rule: 'R71', because: 'the week is scaled: the test stays as long as it is' })
  return after
}

const HALF_MILE = 804.672
/** Shortening rounds down to a half: asked for the nearest half, it gets it. */
const roundedUp = (draft: SessionDraft, most: number): number => Math.min(lengthOf(draft), most + HALF_MILE / 2)

/** The easy runs share what the others leave of the week; when that is too little for all, those worth least go. */
const fillEasy = (drafts: readonly SessionDraft[], desk: Desk): readonly SessionDraft[] => {
  const easy = drafts.filter(isEasy)
  const left = Math.max(0, desk.target.distance - sumOf(drafts.filter((draft) => !isEasy(draft))))
  const kept = keepWorthwhile(easy, left, desk)
  const wanted = sumOf(kept)
  const share = wanted === 0 ? 1 : left / wanted
  const long = lengthOf(drafts.find(isLong) ?? { distance: null }) || Infinity
  const gone = new Set(easy.filter((draft) => !kept.includes(draft)))
  return drafts.flatMap((draft) => {
    if (gone.has(draft)) return []
    if (!isEasy(draft) || (share >= NEARLY && lengthOf(draft) <= long)) return [draft]
    const least = Math.max(SHORTEST_EASY * SHORT_ENOUGH, leastLength(draft, desk.pacing, kilometres(1)))
    const most = Math.min(long, Math.max(lengthOf(draft) * share, Math.min(lengthOf(draft), least)))
    const after = atMost(draft, roundedUp(draft, most), desk.pacing)
    tell(desk, draft, after, {
      rule: 'R71',
      because: 'the week is scaled: the work and the warm-up around it stay, easy running gives way first',
    })
    return [after]
  })
}

const keepWorthwhile = (easy: readonly SessionDraft[], left: number, desk: Desk): readonly SessionDraft[] => {
  let kept = easy
  while (kept.length > 1 && left / kept.length < SHORTEST_EASY) {
    const least = kept.toSorted(
      (a, b) => worthOf(a, desk.pacing) - worthOf(b, desk.pacing) || (a.id < b.id ? -1 : 1),
    )[0]
    kept = kept.filter((draft) => draft !== least)
    if (least) desk.decisions.push(tooLittle(least, desk))
  }
  return kept
}

/** Where even the shortest runs come to more metres than a week may hold, it has fewer of them, and easier ones. */
export const fewerRuns = (drafts: readonly SessionDraft[], most: number, terms: WeekTerms): FittedRuns => {
  const { pacing } = terms
  let kept = drafts
  const decisions: Decision[] = []
  while (sumOf(kept) > most) {
    const easy = kept.filter((draft) => isEasy(draft) && !draft.fixed)
    const [least] = easy.toSorted((a, b) => worthOf(a, pacing) - worthOf(b, pacing) || (a.id < b.id ? -1 : 1))
    if (!least) break
    kept = kept.filter((draft) => draft !== least)
    decisions.push({
      about: 'session',
      session: least.id,
      rule: 'R39',
      what: `${dayOf(least)}: easy run left out`,
      because: 'even short runs would come to a jump from the weeks before',
    })
  }
  if (sumOf(kept) <= most * STILL_TOO_MUCH) return { drafts: kept, decisions }
  const shorter = lessHard(kept, most, pacing)
  const fewer = fewerHard(shorter.drafts, most, pacing)
  const easier = easierKeys(fewer.drafts, most, terms)
  const settled = new Set([...fewer.decisions, ...easier.decisions].map(({ session }) => session))
  return {
    drafts: easier.drafts,
    decisions: [
      ...decisions,
      ...shorter.decisions.filter(({ session }) => !settled.has(session)),
      ...fewer.decisions,
      ...easier.decisions,
    ],
  }
}

/** How the runs of a week are estimated and written. */
export interface WeekTerms {
  readonly pacing: Pacing
  readonly unit: LongUnit
}

/** A fifth more than the weeks before is the most that is asked for; a little above it runs with work stay as they are. */
const STILL_TOO_MUCH = 1.04

/** Without easy runs that could go, those with work get shorter, all alike. */
const lessHard = (drafts: readonly SessionDraft[], most: number, pacing: Pacing): FittedRuns => {
  const factor = most / sumOf(drafts)
  const shorter = drafts.map((draft) =>
    isFixedLength(draft) ? draft : shortEnough(draft, lengthOf(draft) * factor, pacing),
  )
  const changed = drafts.filter((draft, index) => draft !== shorter[index])
  return {
    drafts: shorter,
    decisions: changed.map((draft) => ({
      about: 'session',
      session: draft.id,
      rule: 'R39',
      what: `${dayOf(draft)}: shorter, with less work where need be`,
      because: 'even without easy runs the week would be a jump from the weeks before',
    })),
  }
}

/** This far above what is asked for, a week comes near the growth that is an error, also in small weeks (rule growth). */
const A_JUMP = 1.06

/** Where sessions are as short as they get, the minor ones go before a key session does. */
const fewerHard = (drafts: readonly SessionDraft[], most: number, pacing: Pacing): FittedRuns => {
  let kept = drafts
  const decisions: Decision[] = []
  while (sumOf(kept) > most * A_JUMP) {
    const minor = kept.filter((draft) => draft.hardness === 'hard' && !draft.fixed && !isLong(draft))
    const [least] = minor.toSorted((a, b) => worthOf(a, pacing) - worthOf(b, pacing) || (a.id < b.id ? -1 : 1))
    if (!least) break
    kept = kept.filter((draft) => draft !== least)
    decisions.push({
      about: 'session',
      session: least.id,
      rule: 'R39',
      what: `${dayOf(least)}: left out`,
      because:
        'with every session as short as it gets the week would be a jump from the weeks before; key sessions stay',
    })
  }
  return { drafts: kept, decisions }
}

/** The longest key session that cannot get shorter becomes an easy run of what the week has left for it; a test last. */
const easierKeys = (drafts: readonly SessionDraft[], most: number, { pacing, unit }: WeekTerms): FittedRuns => {
  let eased = drafts
  const decisions: Decision[] = []
  while (sumOf(eased) > most * A_JUMP) {
    const over = sumOf(eased) - most
    const asEasy = eased
      .filter((draft) => isKey(draft) && !draft.fixed && !isLong(draft))
      .toSorted(byGivingWay)
      .map((draft) => {
        const left = lengthOf(draft) - over - distanceOf(0.25, unit)
        return { draft, after: madeEasy(draft, Math.max(SHORTEST_EASY, left), { pacing, unit }) }
      })
    const next = asEasy.find(({ draft, after }) => lengthOf(after) < lengthOf(draft))
    if (!next) break
    eased = eased.map((draft) => (draft === next.draft ? next.after : draft))
    decisions.push({
      about: 'session',
      session: next.draft.id,
      rule: 'R39',
      what: `${dayOf(next.draft)}: an easy run of ${lengthText(lengthOf(next.after), unit)} instead`,
      because: 'as short as it gets it would still make the week a jump from the weeks before',
    })
  }
  return { drafts: eased, decisions }
}

/** Longer before shorter, and tests after all others: paces follow from them. */
const byGivingWay = (a: SessionDraft, b: SessionDraft): number =>
  Number(a.hardness === 'test') - Number(b.hardness === 'test') || lengthOf(b) - lengthOf(a) || (a.id < b.id ? -1 : 1)

const tooLittle = (draft: SessionDraft, { target }: Desk): Decision => ({
  about: 'session',
  session: draft.id,
  week: target.week,
  rule: 'R149',
  what: `${dayOf(draft)}: easy run left out`,
  because: 'what the week has left would make runs of under 3 km: rather one fewer',
})

/** Share of the week that one run may have, by the number of runs (figures of the rule long-run-share). */
const shareFor = (runs: number): number => {
  const { five, four, three } = longRunShare.parameters
  if (runs >= 5) return five.value
  if (runs === 4) return four.value
  return runs === 3 ? three.value : 1
}

/** What comes to exactly the share is not above it. */
const JUST_UNDER = 0.999

/** The long run in proportion to what is left of the others, when they were cut for another reason. */
export const inProportion = (drafts: readonly SessionDraft[], target: LengthTarget, pacing: Pacing): FittedRuns => {
  const desk: Desk = { target, pacing, factor: 1, decisions: [] }
  return { drafts: longRunInProportion(drafts, desk), decisions: desk.decisions }
}

const longRunInProportion = (drafts: readonly SessionDraft[], desk: Desk): readonly SessionDraft[] => {
  const share = shareFor(drafts.filter((draft) => lengthOf(draft) > 0).length)
  const long = drafts.find(isLong)
  if (!long || share >= 1 || isFixedLength(long)) return drafts
  const others = sumOf(drafts.filter((draft) => draft !== long))
  const most = ((others * share) / (1 - share)) * JUST_UNDER
  if (others === 0 || lengthOf(long) <= most) return drafts
  const after = atMost(long, Math.max(most, leastLength(long, desk.pacing)), desk.pacing)
  tell(desk, long, after, {
    rule: 'long-run-share',
    because: `with so many runs the long one is kept to ${Math.round(share * 100)} % of the week`,
  })
  return drafts.map((draft) => (draft === long ? after : draft))
}

/** Work that a session keeps where it would be far too long, from most to least. */
const WORK_SHARES = [0.85, 0.7, 0.6, 0.5, 0.4]
const SHORT_AROUND = kilometres(2)

/** Easy running goes first, then repetitions. */
const shortEnough = (draft: SessionDraft, most: number, pacing: Pacing): SessionDraft => {
  const within = (each: SessionDraft, around: number): SessionDraft =>
    atMost(each, Math.max(most, leastLength(each, pacing, around)), pacing)
  const whole = within(draft, AROUND_WORK)
  if (lengthOf(whole) <= most || isEasy(draft) || isFixedLength(draft)) return whole
  const less = WORK_SHARES.map((share) => within(redraft(draft, lessWork(draft.workout, share), pacing), SHORT_AROUND))
  return less.find((each) => lengthOf(each) <= most) ?? less.at(-1) ?? whole
}

/** No run goes further than a tenth, or 1.5 km, above the longest of the last 30 days (figures of the rule single-run). */
const noSpike = (draft: SessionDraft, desk: Desk): SessionDraft => {
  const longest = desk.target.longestBefore(draft)
  if (longest === null || draft.hardness === 'race') return draft
  const { warning, error, leastMetres } = singleRun.parameters
  const most = Math.max(longest * warning.value, longest + leastMetres.value)
  if (lengthOf(draft) <= most) return draft
  const short = shortEnough(draft, most, desk.pacing)
  const after = lengthOf(short) > Math.max(most, longest * error.value) ? easyInstead(short, most, desk) : short
  tell(desk, draft, after, {
    rule: 'single-run',
    because: 'no run goes further than a tenth, or 1.5 km, above the longest of the 30 days before it (Frandsen 2025)',
  })
  return after
}

/** Work that is twice as long as any run of the last 30 days, however short it is made, is not done yet. */
const easyInstead = (draft: SessionDraft, most: number, { target, pacing }: Desk): SessionDraft =>
  madeEasy(draft, most, { pacing, unit: target.unit })

/** Easy running of about so many metres, and nothing of what its author meant it for. */
const madeEasy = (draft: SessionDraft, distance: number, { pacing, unit }: WeekTerms): SessionDraft => {
  const { cue: _cue, ...rest } = draft
  return redraft({ ...rest, exercises: [], hardness: 'easy' }, easyRun(halves(distance, unit)), pacing)
}
