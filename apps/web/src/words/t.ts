import { first, type English } from './en.ts'

/** Forms of a message by the count in it, in the words of CLDR; English has two. */
interface Plural {
  readonly one: string
  readonly other: string
}

export type Key = keyof English

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
type NamesIn<M> = M extends Plural ? Names<M['other']> | 'count' : Names<M>
type Values<K extends Key> = { readonly [Name in NamesIn<English[K]>]: string | number }
type Given<K extends Key> = [NamesIn<English[K]>] extends [never] ? [] : [values: Values<K>]

const catalogue: { [key: string]: string | Plural } = { ...first }
const language = 'en'
const plurals = new Intl.PluralRules(language)
const numbers = new Intl.NumberFormat(language)

/** Takes in the words of a room; its page is shown after that. */
export const addWords = (words: { readonly [key: string]: string | Plural }): void => {
  Object.assign(catalogue, words)
}

/**
 * The text of `key`, its `{places}` filled. A message with forms takes the one that `count` asks for. A key that the
 * catalogue does not have, or a value that the message lacks, does not compile.
 */
export const t = <K extends Key>(key: K, ...given: Given<K>): string => {
  const message = catalogue[key] ?? key
  const values: { readonly [name: string]: string | number } = given[0] ?? {}
  const text = typeof message === 'string' ? message : formOf(message, values.count)
  return text.replace(/\{(\w+)\}/g, (place, name: string) => shown(values[name], place))
}

const formOf = (message: Plural, count: string | number | undefined): string =>
  plurals.select(Number(count)) === 'one' ? message.one : message.other

const shown = (value: string | number | undefined, place: string): string =>
  typeof value === 'number' ? numbers.format(value) : (value ?? place)
