/** Brings the week of a day to the top, under the bar of weekdays. */
export const goToWeek = (weeks: HTMLElement | null, day: string, behavior: ScrollBehavior): void => {
  weeks?.querySelector(`[data-day="${day}"]`)?.closest('.week')?.scrollIntoView({ block: 'start', behavior })
}

/** The next week, or the one before: its heading gets the focus, from where Tab leads into its days. */
export const stepWeek = (weeks: HTMLElement | null, by: 1 | -1): void => {
  const all = [...(weeks?.querySelectorAll<HTMLElement>('.week') ?? [])]
  const focused = document.activeElement?.closest<HTMLElement>('.week')
  const at = focused ? all.indexOf(focused) : all.findIndex((week) => week.getBoundingClientRect().bottom > 160)
  const next = all[at + by]
  if (!next) return
  next.scrollIntoView({ block: 'nearest' })
  next.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true })
}
