import type { AnyRouter } from '@tanstack/react-router'

/**
 * Takes clicks on `a[data-inner]` to the router. A calendar has hundreds of links: as plain anchors they cost nothing
 * while nobody follows them, where each of the router's own would listen to every navigation.
 */
export const followInnerLinks = (router: AnyRouter): (() => void) => {
  const clicked = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a[data-inner]') : null
    if (!(link instanceof HTMLAnchorElement)) return
    event.preventDefault()
    router.history.push(link.pathname + link.search + link.hash)
  }
  document.addEventListener('click', clicked)
  return () => document.removeEventListener('click', clicked)
}
