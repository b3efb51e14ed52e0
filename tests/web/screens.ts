/** A screen of the app: its name in docs/screens, and where it is in the demo. */
export interface Screen {
  readonly name: string
  readonly path: (address: string) => Promise<string>
}

const at = (path: string) => async (): Promise<string> => path

const answer = async (address: string, path: string) => (await fetch(address + path)).json()

interface Card {
  readonly id: string
  readonly day: string
  readonly hardness: string
  readonly kind: string
  readonly fixed: boolean
}

const session =
  (wanted: (card: Card, today: string) => boolean) =>
  async (address: string): Promise<string> => {
    const { weeks, today } = await answer(address, '/api/calendar')
    const cards: Card[] = weeks.flatMap(({ days }: { days: { sessions: Card[] }[] }) =>
      days.flatMap((day) => day.sessions),
    )
    const found = cards.find((card) => wanted(card, today))
    if (!found) throw new Error('the demo has such a session')
    return `/sessions/${found.id}`
  }

const judged = async (address: string): Promise<string> =>
  `/sessions/${(await answer(address, '/api/today')).last_review.session.id}`

const activity = async (address: string): Promise<string> =>
  `/activities/${(await answer(address, '/api/activities')).activities[0].id}`

const plan = async (address: string): Promise<string> => `/plans/${(await answer(address, '/api/library')).plans[0].id}`

/** Every screen, as somebody with a season sees it. */
export const SCREENS: readonly Screen[] = [
  { name: 'today', path: at('/') },
  { name: 'calendar', path: at('/calendar') },
  { name: 'session', path: session(({ hardness, day }, today) => hardness === 'key' && day > today) },
  { name: 'session-done', path: judged },
  { name: 'strength', path: session(({ kind, day }, today) => kind === 'strength' && day > today) },
  { name: 'activity', path: activity },
  { name: 'maker', path: at('/season/new') },
  { name: 'editor', path: plan },
  { name: 'library', path: at('/library') },
  { name: 'progress', path: at('/progress') },
  { name: 'import', path: at('/import') },
  { name: 'settings', path: at('/settings') },
]
