import type { Attributes } from './stretch.ts'

/** A part of a file that is kept as a tree until all of it is there. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Attributes
  readonly children: XmlElement[]
  text: string
}

export const elementOf = (name: string, attributes: Attributes): XmlElement => ({
  name,
  attributes,
  children: [],
  text: '',
})

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)

/** The text of the element at the end of a path; undefined where there is none. */
export const textAt = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined => {
  const text = path.reduce<XmlElement | undefined>(childOf, element)?.text.trim()
  return text === '' ? undefined : text
}

/** The type of an element of a schema: `xsi:type`, under whatever prefix. */
export const typeOf = (element: XmlElement | undefined): string | undefined => {
  for (const name in element?.attributes) if (name.endsWith(':type')) return element?.attributes[name]
  return element?.attributes['type']
}
