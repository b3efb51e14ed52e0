/** The cache of answers; the shell's has a version, this one has none. */
export const KEPT = 'kept'

/** Keeps an answer under its address, with the moment from which it is. */
export const keep = async (address: string, response: Response): Promise<void> => {
  const headers = new Headers(response.headers)
  headers.set('x-kept-since', new Date().toISOString())
  // The body is kept as it reads, not as it was squeezed on its way.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  const cache = await caches.open(KEPT)
  await cache.put(address, new Response(await response.blob(), { status: response.status, headers }))
}

export const forget = async (address: string): Promise<void> => {
  const cache = await caches.open(KEPT)
  await cache.delete(address)
}

/** Keeps these sessions and no others: asks for each once. */
export const keepSessions = async (ids: readonly string[]): Promise<void> => {
  const wanted = new Set(ids.map((id) => new URL(`/api/sessions/${encodeURIComponent(id)}`, location.origin).href))
  const cache = await caches.open(KEPT)
  for (const { url } of await cache.keys()) {
    if (new URL(url).pathname.startsWith('/api/sessions/') && !wanted.has(url)) await cache.delete(url)
  }
  for (const url of wanted) {
    const response = await fetch(url).catch(() => undefined)
    if (!response) return
    if (response.ok) await keep(url, response)
  }
}
