import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { Door } from '@bell-lap/server'
import type { Given } from './api/client.ts'
import { asking, queryClient } from './api/queries.ts'
import { Coming } from './shell/Coming.tsx'
import { Failed } from './shell/Failed.tsx'
import { Lost } from './shell/Lost.tsx'
import { Shell } from './shell/Shell.tsx'

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
  component: lazyRouteComponent(() => import('./calendar/CalendarPage.tsx'), 'CalendarPage'),
})

const session = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$id',
  loader: ({ params }) => ask('GET /api/sessions/:id', { params }),
  component: lazyRouteComponent(() => import('./session/SessionPage.tsx'), 'SessionPage'),
})

const activity = createRoute({
  getParentRoute: () => root,
  path: '/activities/$id',
  loader: ({ params }) => ask('GET /api/activities/:id', { params }),
  component: lazyRouteComponent(() => import('./activity/ActivityPage.tsx'), 'ActivityPage'),
})

const maker = createRoute({
  getParentRoute: () => root,
  path: '/season/new',
  component: lazyRouteComponent(() => import('./maker/MakerPage.tsx'), 'MakerPage'),
})

const plans = createRoute({
  getParentRoute: () => root,
  path: '/plans',
  component: lazyRouteComponent(() => import('./editor/EditorPage.tsx'), 'EditorPage'),
})

const plan = createRoute({
  getParentRoute: () => root,
  path: '/plans/$id',
  component: lazyRouteComponent(() => import('./editor/EditorPage.tsx'), 'EditorPage'),
})

const library = createRoute({
  getParentRoute: () => root,
  path: '/library',
  component: lazyRouteComponent(() => import('./library/LibraryPage.tsx'), 'LibraryPage'),
})

const progress = createRoute({
  getParentRoute: () => root,
  path: '/progress',
  component: lazyRouteComponent(() => import('./progress/ProgressPage.tsx'), 'ProgressPage'),
})

const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('./importing/ImportPage.tsx'), 'ImportPage'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
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
