// The shell and the last answers of the days around today, kept on this device for reading without a network. It never
// sends anything of its own and never keeps what was uploaded.
import { forget, keep, keepSessions, KEPT } from './keeping.ts'

declare const self: ServiceWorkerGlobalScope
declare const SHELL_FILES: readonly string[]
declare const SHELL_VERSION: string

const SHELL = `shell-${SHELL_VERSION}`
/** How long the server may be silent before what was kept is shown instead. */
const PATIENCE_MS = 4_000
const KEPT_DOORS = /^\/api\/(?:state|today|calendar|sessions\/[^/]+)$/

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((shell) => shell.addAll([...SHELL_FILES]))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldShells().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (address.origin !== self.location.origin) return
  if (request.method === 'DELETE' && address.pathname === '/api/everything') event.respondWith(forgetAll(request))
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') {
    if (!address.pathname.startsWith('/api/')) event.respondWith(page(request))
  } else if (!address.pathname.startsWith('/api/')) event.respondWith(shellFile(request))
  else if (KEPT_DOORS.test(address.pathname) && address.search === '') event.respondWith(answer(request))
})

/** The page names the sessions of this and the next week: they are kept, older ones go. */
self.addEventListener('message', (event) => {
  const told: { readonly keep?: readonly string[] } = event.data ?? {}
  if (told.keep) event.waitUntil(keepSessions(told.keep))
})

const forgetOldShells = async (): Promise<void> => {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== SHELL && name !== KEPT).map((name) => caches.delete(name)))
}

const forgetAll = async (request: Request): Promise<Response> => {
  const response = await fetch(request)
  if (response.ok) await caches.delete(KEPT)
  return response
}

const page = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request)
  } catch (cause) {
    const kept = await caches.match('/', { cacheName: SHELL })
    if (kept) return kept
    throw cause
  }
}

const shellFile = async (request: Request): Promise<Response> =>
  (await caches.match(request, { cacheName: SHELL })) ?? fetch(request)

const answer = async (request: Request): Promise<Response> => {
  const fresh = fetch(request).then(async (response) => {
    if (response.ok) await keep(request.url, response.clone())
    else if (response.status === 404) await forget(request.url)
    return response
  })
  const heard = await Promise.race([fresh.catch(() => undefined), patience()])
  if (heard && heard.status < 500) return heard
  return (await caches.match(request, { cacheName: KEPT })) ?? heard ?? fresh
}

const patience = (): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, undefined))
