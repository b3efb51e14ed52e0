import { Link } from '@tanstack/react-router'
import { t } from '../words/t.ts'
import { Icon } from './Icon.tsx'
import { IN_THE_BAR, PAGES } from './pages.ts'
import { Popover } from './Popover.tsx'

/** On a phone: the pages where the thumb is. */
export const BottomBar = () => (
  <nav className="bottom-bar unprinted" aria-label={t('shell.nav')}>
    {PAGES.filter(({ to }) => IN_THE_BAR.includes(to)).map(({ to, key, icon }) => (
      <Link key={to} to={to} activeOptions={{ exact: to === '/' }}>
        <Icon name={icon} size={22} />
        {t(key)}
      </Link>
    ))}
    <Popover
      className="more"
      name={t('shell.more')}
      label={
        <>
          <Icon name="more" size={22} />
          {t('shell.more')}
        </>
      }
    >
      <ul className="menu">
        {PAGES.filter(({ to }) => !IN_THE_BAR.includes(to)).map(({ to, key, icon }) => (
          <li key={to}>
            <Link to={to} className="button">
              <Icon name={icon} />
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </Popover>
  </nav>
)
