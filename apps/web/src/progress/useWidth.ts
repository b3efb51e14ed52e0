import { useEffect, useRef, useState, type RefObject } from 'react'

/** Width in pixels of the place that a chart has: it is drawn to fit, so that its letters keep their size. */
export const useWidth = <Place extends HTMLElement>(): readonly [RefObject<Place | null>, number] => {
  const place = useRef<Place>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return [place, width]
}
