import { useEffect } from 'react'
import { Outlet, useRouter } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { listen } from '../api/events.ts'
import { asking } from '../api/queries.ts'
import { keepDisplay } from '../words/display.ts'
import { t } from '../words/t.ts'
import { BottomBar } from './BottomBar.tsx'
import { Header } from './Header.tsx'
import { followInnerLinks } from './inner-links.ts'
import { KeptNotice } from './KeptNotice.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { Toast } from './Toast.tsx'
import './shell.css'

/** What stands around every page: the way to skip it, the header, what was said, the sheet of keys. */
export const Shell = () => {
  const router = useRouter()
  const { data: settings } = useQuery(asking('GET /api/settings', {}))
  useEffect(() => (settings ? keepDisplay(settings.display) : undefined), [settings])
  useEffect(() => listen(), [])
  useEffect(() => followInnerLinks(router), [router])
  useEffect(
    () =>
      // A page is announced by its heading: the focus goes there, as it would after a click on a link of old.
      router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation) document.getElementById('main')?.focus({ preventScroll: true })
      }),
    [router],
  )
  return (
    <>
      <a className="skip unseen" href="#main">
        {t('shell.skip')}
      </a>
      <Header />
      <KeptNotice />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <BottomBar />
      <Toast />
      <ShortcutSheet />
    </>
  )
}
