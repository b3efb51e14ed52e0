import { t } from '../words/t.ts'

/** `800` reads `800 m`, `5K` as it is. */
export const raceName = (race: string): string => (/^\d+$/.test(race) ? t('figure.metres', { metres: race }) : race)

const NAMED: { readonly [metres: string]: string } = { '1609.344': 'mile', '5000': '5K', '10000': '10K' }

/** A distance of a result as runners call it. */
export const markName = (metres: string): string =>
  metres === '21097.5' ? t('maker.half') : (NAMED[metres] ?? raceName(metres))
