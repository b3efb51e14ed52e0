import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { Door } from '@bell-lap/server'
import type { Given } from './api/client.ts'
import { asking, queryClient } from './api/queries.ts'
import { Coming } from './shell/Coming.tsx'
import { Failed } from './shell/Failed.tsx'
import { Lost } from './shell/Lost.tsx'
import { Shell } from './shell/Shell.tsx'
import { withWords } from './words/with-words.ts'

const root = createRootRoute({ component: Shell, notFoundComponent: Lost })

/** Asks at once for what a page will need; the page itself waits for it, and its failure is the page's. */
const ask = <D extends Door>(door: D, given: Given<D>): void => void queryClient.prefetchQuery(asking(door, given))

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: async () => {
    // Where there is no season yet, Today is not asked for: there is nothing to be told.
    const state = await queryClient.fetchQuery(asking('GET /api/state', {}))
    if (state.season !== null) ask('GET /api/today', { query: {} })
  },
  component: lazyRouteComponent(() => import('./today/HomePage.tsx'), 'HomePage'),
})

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  validateSearch: (search): { find?: boolean } => (search.find === true ? { find: true } : {}),
  loader: () => ask('GET /api/calendar', {}),
  component: lazyRouteComponent(
    () => withWords(import('./calendar/CalendarPage.tsx'), import('./calendar/words.ts'), import('./moving/words.ts')),
    'CalendarPage',
  ),
})

const session = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$id',
  loader: ({ params }) => ask('GET /api/sessions/:id', { params }),
  component: lazyRouteComponent(
    () => withWords(import('./session/SessionPage.tsx'), import('./session/words.ts'), import('./recording/words.ts')),
    'SessionPage',
  ),
})

const activity = createRoute({
  getParentRoute: () => root,
  path: '/activities/$id',
  loader: ({ params }) => ask('GET /api/activities/:id', { params }),
  component: lazyRouteComponent(
    () =>
      withWords(import('./activity/ActivityPage.tsx'), import('./activity/words.ts'), import('./recording/words.ts')),
    'ActivityPage',
  ),
})

const maker = createRoute({
  getParentRoute: () => root,
  path: '/season/new',
  component: lazyRouteComponent(
    () => withWords(import('./maker/MakerPage.tsx'), import('./maker/words.ts')),
    'MakerPage',
  ),
})

const plans = createRoute({
  getParentRoute: () => root,
  path: '/plans',
  component: lazyRouteComponent(
    () => withWords(import('./editor/EditorPage.tsx'), import('./editor/words.ts')),
    'EditorPage',
  ),
})

const plan = createRoute({
  getParentRoute: () => root,
  path: '/plans/$id',
  component: lazyRouteComponent(
    () => withWords(import('./editor/EditorPage.tsx'), import('./editor/words.ts')),
    'EditorPage',
  ),
})

const library = createRoute({
  getParentRoute: () => root,
  path: '/library',
  component: lazyRouteComponent(
    () => withWords(import('./library/LibraryPage.tsx'), import('./library/words.ts')),
    'LibraryPage',
  ),
})

const progress = createRoute({
  getParentRoute: () => root,
  path: '/progress',
  component: lazyRouteComponent(
    () => withWords(import('./progress/ProgressPage.tsx'), import('./progress/words.ts')),
    'ProgressPage',
  ),
})

const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(
    () => withWords(import('./importing/ImportPage.tsx'), import('./importing/words.ts')),
    'ImportPage',
  ),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(
    () => withWords(import('./settings/SettingsPage.tsx'), import('./settings/words.ts')),
    'SettingsPage',
  ),
})

const routes = [home, calendar, session, activity, maker, plans, plan, library, progress, importing, settings]

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPendingComponent: Coming,
  defaultErrorComponent: Failed,
  defaultPendingMs: 100,
  defaultPendingMinMs: 0,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
