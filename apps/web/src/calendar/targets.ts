/** Where the cells are on the page, measured once and again only after a scroll: a pointer's move reads no layout. */
export interface Targets {
  readonly at: (x: number, y: number) => HTMLElement | undefined
}

interface Place {
  readonly element: HTMLElement
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const targetsOf = (cells: readonly HTMLElement[]): Targets => {
  let places: readonly Place[] = []
  let scrolled = Number.NaN
  const measure = (): void => {
    scrolled = scrollY
    places = cells.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return { element, left, right, top, bottom }
    })
  }
  const at = (x: number, y: number): HTMLElement | undefined => {
    if (scrolled !== scrollY) measure()
    return places.find((place) => x >= place.left && x < place.right && y >= place.top && y < place.bottom)?.element
  }
  return { at }
}
