/** Days of a training week; weeks run Monday to Sunday, as coaches write them. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** The two halves of a day that sessions are placed in. */
export const SLOTS = ['am', 'pm'] as const
export type Slot = (typeof SLOTS)[number]

/** Hours after midnight at which a slot starts when nobody says otherwise. */
export const SLOT_START: { readonly [S in Slot]: number } = { am: 7, pm: 18 }

/** Monday is 0. */
export const weekdayIndex = (day: Weekday): number => WEEKDAYS.indexOf(day)
