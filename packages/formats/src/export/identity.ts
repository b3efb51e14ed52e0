import { makeDay, type Season } from '@bell-lap/core'

/** FNV-1a over UTF-16 units (Fowler, Noll & Vo, 32 bits): the same for the same text on every machine. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/**
 * What tells one season from another in a calendar or on a watch: whose it is, the plan, and the race that it leads to.
 * A season that is fitted anew to the same race keeps it; no day of a session is in it.
 */
export const seasonIdOf = ({ plan, athlete, race }: Season): string => {
  const parts = [plan.name ?? '', athlete.name ?? '', race.name, makeDay(race.day)]
  const text = parts.join('\u0000')
  // Two hashes from different starts: what one takes for the same, the other tells apart.
  return `${hashOf(`a${text}`).toString(36)}${hashOf(`b${text}`).toString(36)}`
}

/** A session's id as it may stand in an address: letters, digits, dot and hyphen; told apart where more was in it. */
export const plainId = (id: string): string => {
  const plain = id.replaceAll(/[^A-Za-z0-9.-]/g, '-')
  return plain === id && id !== '' ? id : `${plain}-${hashOf(id).toString(36)}`
}
