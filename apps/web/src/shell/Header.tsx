import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { asking } from '../api/queries.ts'
import { t } from '../words/t.ts'
import { Mark } from './Mark.tsx'
import { PAGES } from './pages.ts'
import { RaceCount } from './RaceCount.tsx'

/** The name, the pages, and how far away the race is. */
export const Header = () => {
  const { data: state } = useQuery(asking('GET /api/state', {}))
  return (
    <header className="header unprinted">
      <Link to="/" className="name">
        <Mark />
        {t('shell.name')}
      </Link>
      <nav aria-label={t('shell.nav')}>
        {PAGES.map(({ to, key }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/' }}>
            {t(key)}
          </Link>
        ))}
      </nav>
      {state?.season != null && <RaceCount />}
    </header>
  )
}
