import type { Span } from '../reading.ts'
import { attachRecovery, lastRun } from './attach.ts'
import { type Draft, type DraftAim, emptyBout } from './draft.ts'
import { foldAgain, foldException } from './fold-again.ts'
import { foldBout } from './fold-bouts.ts'
import { lieInside, openBudget, openContainer } from './fold-containers.ts'
import { foldGroup } from './fold-group.ts'
import { type Folded, giveTarget, newFolded, openList, rank, settle } from './folded.ts'
import { isCounted, nodeOf } from './node.ts'
import type { DraftRecovery } from './recoveries.ts'

/** Puts drafts in order. */
export const fold = (drafts: readonly Draft[], doubts: Folded['doubts'] = []): Folded => {
  const first = newFolded(fold, doubts)
  let current = first
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index]
    if (!draft) continue
    const loose = draft.kind === 'with' ? looseBehind(drafts[index + 1]) : undefined
    if (loose && openList(current).length > 0) {
      foldOne(current, { ...loose, sure: true }, undefined)
      index++
    } else if (draft.kind === 'or') {
      current = newFolded(fold, doubts)
      first.options.push(current)
    } else if (isDaySlash(drafts, index)) {
      current = newFolded(fold, doubts)
      first.options.push(current)
    } else foldOne(current, draft, behind(drafts, index))
  }
  shareOptions(first)
  return first
}

/** `5 x 1200 m or 12 x 500 m, 90 s rest`: what is told with the last option holds for the others that lack it. */
const shareOptions = (first: Folded): void => {
  const last = first.options.at(-1)?.nodes.findLast(isCounted)
  if (!last) return
  for (const option of [first, ...first.options]) {
    const node = option.nodes.findLast(isCounted)
    if (!node || node === last || node.inside || last.inside) continue
    const slot = node.between.length - 1
    const shared = last.between.at(-1)
    if (shared && !node.between.some(Boolean) && node.after.length === 0) node.between[slot] = shared
    if (node.bout.targets.length === 0 && !node.bout.feel && node.bout.roles.length === 0) {
      node.bout.targets.push(...last.bout.targets)
      if (last.bout.feel) node.bout.feel = last.bout.feel
    }
  }
}

/** `with 200 m walked`: behind `with` a jog or walk is a recovery. */
const looseBehind = (next: Draft | undefined): DraftRecovery | undefined =>
  next?.kind === 'bout' && next.counts.length === 0 ? next.loose : undefined

/** The next draft that is no break. */
const behind = (drafts: readonly Draft[], index: number): Draft | undefined => {
  const next = drafts[index + 1]
  return next?.kind === 'break' && next.strength !== 'semicolon' && next.strength !== 'line' ? drafts[index + 2] : next
}

/** `Off / X-train`: days behind a slash are a choice. */
const isDaySlash = (drafts: readonly Draft[], index: number): boolean => {
  const draft = drafts[index]
  return (
    draft?.kind === 'break' &&
    draft.strength === 'slash' &&
    drafts[index - 1]?.kind === 'day' &&
    drafts[index + 1]?.kind === 'day'
  )
}

const foldOne = (folded: Folded, draft: Draft, next: Draft | undefined): void => {
  switch (draft.kind) {
    case 'break':
      if (rank(draft.strength) > rank(folded.pending)) folded.pending = draft.strength
      if (draft.strength === 'colon') openContainer(folded, next)
      if (draft.strength === 'semicolon') delete folded.container
      return
    case 'bout':
      return foldBout(folded, draft)
    case 'recovery':
      attachRecovery(openList(folded), draft, folded.pending)
      if (folded.slot) for (const node of folded.nodes) node.slot ??= folded.slot
      return settle(folded)
    case 'group':
      foldGroup(folded, draft, next)
      return settle(folded)
    case 'target':
      return foldTarget(folded, draft)
    case 'again':
      foldAgain(openList(folded), draft, folded.alternate)
      delete folded.alternate
      return settle(folded)
    case 'total':
      folded.totals.push(draft.figure)
      return settle(folded)
    case 'day':
      folded.nodes.push({
        ...nodeOf(emptyBout(draft), folded.pending),
        day: draft,
        ...(folded.slot ? { slot: folded.slot } : {}),
      })
      delete folded.container
      return settle(folded)
    case 'slot':
      folded.slot = draft.slot
      slotBehind(folded, draft.slot)
      delete folded.container
      return
    case 'surface':
      folded.surface = draft.surface
      return
    case 'remark':
      return foldRemark(folded, draft)
    case 'inside':
      return lieInside(folded)
    case 'inTurn': {
      const last = openList(folded).at(-1)
      if (last) last.alternates = true
      return
    }
    case 'opener':
      folded.opener = true
      return
    case 'exception':
      return foldException(openList(folded), draft)
    case 'with':
      return openContainer(folded, next)
    case 'budget':
      return openBudget(folded)
    case 'optional':
      folded.optional = true
      return
    case 'remainder':
      folded.remainder = true
      return
    case 'alternate':
      folded.alternate = openList(folded).length
      return
    case 'or':
    case 'block':
      return
    default:
      return draft satisfies never
  }
}

/** `Tempo AM and lifting PM`: a half of the day behind its part. */
const slotBehind = (folded: Folded, slot: 'am' | 'pm'): void => {
  const last = folded.nodes.at(-1)
  if (!last || last.slot || folded.pending !== 'joined') return
  last.slot = slot
  delete folded.slot
}

const foldRemark = (folded: Folded, span: Span): void => {
  const last = lastRun(openList(folded))
  if (last) last.bout.cues.push({ from: span.from, to: span.to })
  else folded.remarks.push({ from: span.from, to: span.to })
}

/** A pace in a part of its own: for the part before it, or for all of them. */
const foldTarget = (folded: Folded, draft: DraftAim): void => {
  const list = openList(folded)
  const last = lastRun(list)
  if (!last && folded.container) return giveTarget(folded.container, draft)
  if (!last) {
    folded.waiting = draft
    return
  }
  const [opener] = list
  if (folded.opener && opener && draft.target.kind !== 'role') {
    delete folded.opener
    opener.first = true
    return giveTarget(opener, draft)
  }
  if (draft.all) for (const node of list) giveTarget(node, draft)
  else giveTarget(last, draft)
}
