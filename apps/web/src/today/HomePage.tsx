import { useAnswer } from '../api/queries.ts'
import { WelcomePage } from '../welcome/WelcomePage.tsx'
import { TodayPage } from './TodayPage.tsx'

/** The first page: Today where there is a season, the ways to one where there is none. */
export const HomePage = () => {
  const state = useAnswer('GET /api/state', {})
  return state.season === null ? <WelcomePage /> : <TodayPage demo={state.demo} />
}
