import type { LongUnit } from '@bell-lap/core'
import type { DraftItem } from './draft.ts'
import type { PageKey } from './key.ts'

/** The unit of a page and what tells it. */
export interface PageUnit {
  readonly unit: LongUnit
  /** False when nothing on the page tells: the unit is a guess. */
  readonly told: boolean
}

const MILES = /(?<=\d\s?-?)(?:miles?|milers?|mi|mls?)\b/gi
const KILOMETRES = /(?<=\d\s?-?)(?:kms?|kilomet(?:re|er)s?|k)\b/gi
/** So much of the entries is enough to tell. */
const MOST_LOOKED_AT = 60_000

/** Tells whether a page counts in miles or kilometres: its key, its totals, else what most of its entries say. */
export const unitOf = (page: string, items: readonly DraftItem[], key: PageKey, title: string): PageUnit => {
  if (key.unit) return { unit: key.unit, told: true }
  const named = /[([](?:all )?(?:in )?(km|kms|kilomet(?:re|er)s|miles|mi)[)\]]/i.exec(title)?.[1]
  if (named !== undefined) return { unit: /^k/i.test(named) ? 'km' : 'mi', told: true }
  const totals = items.flatMap((item) => {
    const amount = item.kind === 'total' ? item.amount : item.kind === 'week' ? item.label.total : null
    return amount?.unit === 'mi' || amount?.unit === 'km' ? [amount.unit] : []
  })
  const told = majority(totals.filter((unit) => unit === 'mi').length, totals.filter((unit) => unit === 'km').length)
  if (told) return { unit: told, told: true }
  const { miles, kilometres } = counted(page, items)
  const most = majority(miles, kilometres)
  return most ? { unit: most, told: true } : { unit: 'km', told: false }
}

/** A figure at the start of an entry that is followed by words, not by a unit or a sign of repetition. */
const BARE =
  /^~?(\d{1,2}(?:\.\d{1,2})?)(?:\s?-\s?\d{1,2})?(?=\s*$|\s+(?:easy|long|steady|recovery|rec|jog|run|w\/|w\.|with|inc|incl|including|and|\+|\(|tempo|progressive|relaxed|moderate|at|@)|[,;:+(]|\s[+(])/i
const WITH_UNIT =
  /^~?\d{1,3}(?:\.\d{1,2})?(?:\s?-\s?\d{1,3})?\s?-?(?:miles?|mi|mls?|kms?|k|kilomet(?:re|er)s?|m|min|mins|minutes?|h|hrs?|hours?|')\b/i
const LEAST_BARE = 3
/** Above this mean the figures are minutes, or something else. */
const MOST_MEAN = 25

/**
 * The unit of figures that stand alone (`5 easy`) on a page whose unit is told elsewhere: its own, when most entries are so
 * written and the figures can be distances. Undefined otherwise.
 */
export const bareUnit = (page: string, items: readonly DraftItem[], { unit, told }: PageUnit): LongUnit | undefined => {
  let sum = 0
  let bare = 0
  let named = 0
  for (const item of items) {
    const piece = item.kind === 'day' ? item.pieces[0] : undefined
    if (!piece) continue
    const text = page.slice(piece.from, Math.min(piece.to, piece.from + 60))
    const figure = BARE.exec(text)?.[1]
    if (figure !== undefined) {
      sum += Number(figure)
      bare++
    } else if (WITH_UNIT.test(text)) named++
  }
  return told && bare >= LEAST_BARE && bare > named && sum / bare <= MOST_MEAN ? unit : undefined
}

/** Whether any entry leaves the unit of its figure to the page. */
export const hasBareFigures = (page: string, items: readonly DraftItem[]): boolean =>
  items.some((item) => {
    const piece = item.kind === 'day' ? item.pieces[0] : undefined
    return piece !== undefined && BARE.test(page.slice(piece.from, Math.min(piece.to, piece.from + 60)))
  })

const majority = (miles: number, kilometres: number): LongUnit | undefined => {
  if (miles === kilometres) return undefined
  return miles > kilometres ? 'mi' : 'km'
}

const counted = (page: string, items: readonly DraftItem[]) => {
  let miles = 0
  let kilometres = 0
  let seen = 0
  for (const item of items) {
    if (item.kind !== 'day' || seen > MOST_LOOKED_AT) continue
    for (const { from, to } of item.pieces) {
      const text = page.slice(from, Math.min(to, from + 400))
      seen += text.length
      miles += text.match(MILES)?.length ?? 0
      kilometres += withoutRaces(text).match(KILOMETRES)?.length ?? 0
    }
  }
  return { miles, kilometres }
}

/** `@ 5 km`, `10k pace`, `5K - 3K` name a race, not a unit. */
const RACES =
  /@\s?\d+\s?km?\b|\b\d+\s?km?\b(?=\s*(?:race|pace|effort|goal|speed|rhythm))|\b(?:3|5|8|10|15)k\b(?=\s*(?:-|–|to\b|$|[),;]))/gi
const withoutRaces = (text: string): string => text.replaceAll(RACES, '')
