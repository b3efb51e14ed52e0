import { writtenAmount, type WrittenAmount } from './amount.ts'

/** A line that states what a week (or a day) comes to. */
export interface TotalMark {
  readonly amount: WrittenAmount
  /** The line says week: it cannot be the total of a day. */
  readonly ofWeek: boolean
  /** The line says that it is of all weeks. */
  readonly ofPlan: boolean
  /** What the line says beside the figure, brackets and all; empty when nothing. */
  readonly rest: string
}

const LABEL =
  /^(?:the\s+)?(?:(?:approx(?:imate)?|est(?:imated)?|target|planned|overall|running|run|grand|weekly|week's|week|wk|this week's)\.?\s+){0,3}(totals?|sum|mileage|volume|distance|miles|mi|kilomet(?:re|er)s|kms?|tally|in all|all told|altogether)\b/i
const SPAN = String.raw`(?:(?:for|of|over|in|across)\s+)?(?:the\s+|this\s+|these\s+|all\s+)*(?:(?:whole|full|entire|seven|7)\s+)*(?:weeks?(?:\s+\d{1,3})?|wk\s?\d{0,3}|days|plan|programme|program|block|schedule)`
const MORE_LABEL = new RegExp(
  String.raw`^\s*(?:(?:${SPAN}|weekly|per week|run|running|miles|mileage|distance|volume|kms?|mi|time|covered|planned)\b\s*){0,3}`,
  'i',
)
const JOINT = /^\s*(?:\((?:in )?(mi|miles|km|kms?|kilomet(?:re|er)s)\)\s*)?(?:(?:[:=>|→]|[-–—]|is)\s*)*/i
const AFTER = new RegExp(
  String.raw`^\s*(?:of running|total|in total|running|per week|a week|in all|all told|altogether|or so|give or take|(?:in|over) \w+ (?:runs|sessions|days|outings)|${SPAN})?[\s.!;,]*$`,
  'i',
)

/** Reads `Weekly Total: 57 miles`, `Miles: 34`, `TOTAL 24 miles`, `= 51 km`, `57 miles for the week`; undefined for other lines. */
export const totalMark = (text: string): TotalMark | undefined => {
  if (text.length > 200) return undefined
  return labelledTotal(text) ?? trailingTotal(text)
}

const labelledTotal = (text: string): TotalMark | undefined => {
  const label = LABEL.exec(text)
  if (!label) return undefined
  const more = MORE_LABEL.exec(text.slice(label[0].length))?.[0] ?? ''
  const start = label[0].length + more.length
  const joint = JOINT.exec(text.slice(start))
  const at = start + (joint?.[0].length ?? 0)
  const amount = writtenAmount(text.slice(at))
  if (!amount) return undefined
  const rest = withoutBracket(withoutTwin(text.slice(at + amount.length)))
  if (!AFTER.test(rest.outside)) return undefined
  const unit = amount.unit ?? unitOfLabel(`${label[0]} ${more} ${joint?.[1] ?? ''}`)
  return { amount: { ...amount, unit }, ...scopeOf(text), rest: rest.inside }
}

const scopeOf = (text: string) => ({
  ofWeek: /week|wk|mileage|volume|seven days|7 days/i.test(text),
  ofPlan: /\b(?:grand|plan|programme|program|block|schedule|all weeks|(?:all|the) [a-z]+ weeks)\b/i.test(text),
})

const unitOfLabel = (label: string): WrittenAmount['unit'] =>
  /\bkm|kilomet/i.test(label) ? 'km' : /\bmi(?:les)?\b/i.test(label) ? 'mi' : null

/** The same said again in another unit: `40 km / 25 miles`. */
const withoutTwin = (text: string): string => {
  const joint = /^\s*(?:[/,=;]|or)\s*/i.exec(text)?.[0]
  const twin = joint === undefined ? undefined : writtenAmount(text.slice(joint.length))
  return joint !== undefined && twin && twin.unit !== null ? text.slice(joint.length + twin.length) : text
}

/** A remark in brackets after the figure: `57 miles (92 km)`. */
const withoutBracket = (text: string): { readonly outside: string; readonly inside: string } => {
  const open = text.search(/[([]/)
  const close = Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'))
  if (open < 0 || close < open) return { outside: text, inside: '' }
  return { outside: text.slice(0, open) + text.slice(close + 1), inside: text.slice(open, close + 1) }
}

const TRAILING = new RegExp(
  String.raw`^\s*(?:total|in total|weekly|per week|a week|in all|all told|altogether|(?:for|of|over|in|across|this|all)\s+${SPAN})\b`,
  'i',
)

const trailingTotal = (text: string): TotalMark | undefined => {
  const sign = /^[=→Σ∑]+\s*/.exec(text)?.[0] ?? ''
  const amount = writtenAmount(text.slice(sign.length))
  if (!amount) return undefined
  const after = text.slice(sign.length + amount.length)
  if (sign === '' && !TRAILING.test(after)) return undefined
  const rest = withoutBracket(after.replace(/\b(?:weekly|total)\b/gi, ''))
  return AFTER.test(rest.outside) ? { amount, ...scopeOf(after), rest: rest.inside } : undefined
}
