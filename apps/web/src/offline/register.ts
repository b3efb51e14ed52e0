/** Starts the service worker once the page has been drawn: it must not compete with the first paint. */
export const registerServiceWorker = (): void => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const start = (): void => {
    navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => {
      // A private window without storage: everything works but reading offline.
    })
  }
  if (document.readyState === 'complete') start()
  else addEventListener('load', start, { once: true })
}

/** Asks the worker to keep these sessions for reading offline. */
export const keepForOffline = (sessions: readonly string[]): void => {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker.ready.then((registration) => registration.active?.postMessage({ keep: sessions }))
}
