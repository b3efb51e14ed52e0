import { SESSION_STANDINGS, type SessionCard } from '../views/season.ts'
import type { PlannedCard } from './card.ts'
import type { DoneSoFar } from './done-so-far.ts'

type Standing = SessionCard['standing']

/** Recordings tell of these; of strength and the like nothing is known when nothing was recorded. */
const RECORDED: readonly PlannedCard['kind'][] = ['run', 'race', 'test', 'mixed']

/**
 * A card with what became of its session. A run is missed once a later recording shows that recordings were taken in
 * for its day: before that nobody knows, and nothing that is missing counts against the athlete.
 */
export const withStanding = (card: PlannedCard, done: DoneSoFar, today: string): SessionCard => {
  const match = done.sessions.get(card.id)
  const standing = standingOf(card, done, today)
  return {
    ...card,
    standing,
    fixed: card.day < today || match?.state === 'done' || card.hardness === 'race',
    activity: match?.activity ?? null,
  }
}

const standingOf = (card: PlannedCard, { sessions, knownUntil }: DoneSoFar, today: string): Standing => {
  const match = sessions.get(card.id)
  if (match?.state === 'asks') return 'asks'
  if (match) return SESSION_STANDINGS.find((each) => each === match.verdict) ?? 'done'
  const known = card.day < today && knownUntil !== null && knownUntil > card.day
  if (known && RECORDED.includes(card.kind)) return 'missed'
  return 'planned'
}

/** A session that a change took out, where it stood last. */
export const skippedCard = (card: PlannedCard): SessionCard => ({
  ...card,
  standing: 'skipped',
  changed: true,
  fixed: true,
  activity: null,
})
