/** Markup that is safe to put into a page: made by these functions only, never from a plain text. */
export interface Html {
  readonly html: string
}

/** A text as it is read: nothing in it is markup, quotes included, so that it may stand in an attribute too. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

export type Content = Html | string | readonly Content[]

const isList = (content: Content): content is readonly Content[] => Array.isArray(content)

const inner = (content: Content): string => {
  if (typeof content === 'string') return escaped(content)
  return isList(content) ? content.map(inner).join('') : content.html
}

/** `element('td', 'num', '12 km')`: one element with its class; texts among the content are escaped. */
export const element = (name: string, className: string, ...content: readonly Content[]): Html => ({
  html: `<${name}${className === '' ? '' : ` class="${escaped(className)}"`}>${inner(content)}</${name}>`,
})

/** Pieces in a row, without an element of their own. */
export const pieces = (...content: readonly Content[]): Html => ({ html: inner(content) })
