const PACES: { readonly [name: string]: string } = {
  T: 'at threshold',
  threshold: 'at threshold',
  easy: 'easy',
  long: 'at long-run pace',
  goal: 'at goal pace',
  '5K': 'at 5K pace',
  '3K': 'at 3K pace',
  '10K': 'at 10K pace',
  mile: 'at mile pace',
}

/** A number and its unit stay on one line. */
const NEVER_BROKEN = '\u00a0'

/**
 * The notation as a coach would say it: `8mi with 3 x 2000m @T, jog 200m` reads `8 mi with 3 × 2000 m at threshold, jog
 * 200 m`. Amounts and units stay as they were written; a cue in quotes stands elsewhere and is left out.
 */
export const spoken = (notation: string): string =>
  notation
    .replace(/\s*"[^"]*"/g, '')
    .replace(/(\d) ?(mi|km|min|m|s|h)\b/g, `$1${NEVER_BROKEN}$2`)
    .replace(/ x (?=[(\d])/g, `${NEVER_BROKEN}×${NEVER_BROKEN}`)
    .replace(/@([A-Za-z0-9]+)/g, (_mark, name: string) => PACES[name] ?? `at ${name} pace`)
    .trim()

/** Longer than this, a session is called by its short name. */
const LONGEST_HEADING = 110

/** What a session is called over a page: the whole prescription of a run, the short name of anything else. */
export const headingOf = (card: { readonly kind: string; readonly title: string; readonly text: string }): string => {
  const whole = spoken(card.text)
  const inFull =
    (card.kind === 'run' || card.kind === 'race' || card.kind === 'test') && whole.length <= LONGEST_HEADING
  const text = inFull ? whole : spoken(card.title)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
