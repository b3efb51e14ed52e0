import type { AnyRouter } from '@tanstack/react-router'

/** Pages of the app; what is fetched as a file or opened beside is the browser's. */
const PAGE = 'a[href^="/"]:not([download], [target], [href^="/api/"])'

/**
 * Takes clicks on links to the router, once the press has been painted: making another page takes longer than anybody
 * waits for a sign that it was heard. For all links at once: a calendar has hundreds, and as plain anchors they cost
 * nothing while nobody follows them.
 */
export const followInnerLinks = (router: AnyRouter): (() => void) => {
  const clicked = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest(PAGE) : null
    if (!(link instanceof HTMLAnchorElement)) return
    event.preventDefault()
    follow(router, link)
  }
  // Before the router's own links hear of it.
  document.addEventListener('click', clicked, { capture: true })
  return () => document.removeEventListener('click', clicked, { capture: true })
}

const follow = (router: AnyRouter, link: HTMLAnchorElement): void => {
  const href = link.pathname + link.search + link.hash
  link.dataset.going = ''
  const sheet = link.closest<HTMLElement>('[popover]')
  requestAnimationFrame(() =>
    setTimeout(() => {
      delete link.dataset.going
      sheet?.hidePopover()
      void router.navigate({ href })
    }),
  )
}
