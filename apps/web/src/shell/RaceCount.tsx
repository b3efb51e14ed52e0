import { useQuery } from '@tanstack/react-query'
import { asking } from '../api/queries.ts'
import { t } from '../words/t.ts'

/** `52 days to Spring 5000 m`. */
export const RaceCount = () => {
  const { data: today } = useQuery(asking('GET /api/today', { query: {} }))
  if (!today) return null
  const { name, days_to } = today.race
  return <span className="to-race">{raceText(name, days_to)}</span>
}

const raceText = (race: string, days: number): string => {
  if (days > 0) return t('shell.toRace', { count: days, race })
  return days === 0 ? t('shell.raceDay', { race }) : t('shell.afterRace', { race })
}
