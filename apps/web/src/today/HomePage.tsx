import { lazy } from 'react'
import { useAnswer } from '../api/queries.ts'
import { withWords } from '../words/with-words.ts'
import { TodayPage } from './TodayPage.tsx'

const WelcomePage = lazy(() =>
  withWords(import('../welcome/WelcomePage.tsx'), import('../welcome/words.ts')).then((room) => ({
    default: room.WelcomePage,
  })),
)

/** The first page: Today where there is a season, the ways to one where there is none. */
export const HomePage = () => {
  const state = useAnswer('GET /api/state', {})
  return state.season === null ? <WelcomePage /> : <TodayPage demo={state.demo} />
}
