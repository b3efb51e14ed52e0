import type { Brief } from './brief.ts'

const listText = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** What the plan rests on and how it is run, for whoever reads it first. */
export const notesOf = ({ assumed, race, level, unit, start, weeks }: Brief, highest: number): readonly string[] => [
  `Made by the recipe fusion (document 002) for the ${race.name}, ${weeks} weeks, ${level.level}: from ${start} to ${highest} ${unit} a week. Every session may be edited; bell-lap check says what that breaks.`,
  ...(assumed.length > 0 ? [`Assumed, because nobody said otherwise: ${listText(assumed)}.`] : []),
  'Paces are those of today. The time of each controlled test is entered as a mark, and every pace after it follows (R151, R156).',
  'Effort comes before pace: in wind, heat or on hills keep the breathing of the session. After a night of bad sleep, or with heavy legs in the warm-up, run easy and take the session a day later (R123, R145).',
  'After each session note effort, form, and what muscles and joints say (R144). Sleep and food are part of the training (R143).',
  'The comments name the statements that a week or session serves; the list stands at the end.',
]
