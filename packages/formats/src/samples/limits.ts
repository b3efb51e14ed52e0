/** What a text recording may cost before it is refused. Devices stay far below; a bomb does not. */
export interface TextLimits {
  readonly bytes: number
  /** Points or rows. */
  readonly samples: number
  readonly laps: number
  /** Activities, tracks, pauses, steps: rows of each other kind. */
  readonly rows: number
  /** Elements or brackets inside one another. */
  readonly depth: number
  /** Elements of XML: ten of a point and more. */
  readonly elements: number
  /** Attributes of one element. */
  readonly attributes: number
  /** Characters of one attribute. */
  readonly attribute: number
  /** Characters of one text: of an element, a cell, a string. */
  readonly text: number
}

export const TEXT_LIMITS: TextLimits = {
  bytes: 25_000_000,
  samples: 200_000,
  laps: 5_000,
  rows: 20_000,
  depth: 64,
  elements: 1_000_000,
  attributes: 256,
  attribute: 8_192,
  text: 65_536,
}
