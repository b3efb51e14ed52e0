/** What is carried: a copy of the card under the pointer, moved by the compositor alone. */
export interface Ghost {
  readonly to: (x: number, y: number) => void
  readonly drop: () => void
}

export const liftGhost = (card: HTMLElement, x: number, y: number): Ghost => {
  const at = card.getBoundingClientRect()
  const copy = card.cloneNode(true)
  if (!(copy instanceof HTMLElement)) throw new Error('a card is an element')
  copy.className += ' ghost'
  copy.ariaHidden = 'true'
  copy.inert = true
  delete copy.dataset.session
  copy.style.width = `${at.width}px`
  const [left, top] = [at.left - x, at.top - y]
  const to = (pointX: number, pointY: number): void => {
    copy.style.transform = `translate3d(${Math.round(pointX + left)}px, ${Math.round(pointY + top)}px, 0)`
  }
  to(x, y)
  document.body.append(copy)
  return { to, drop: () => copy.remove() }
}
