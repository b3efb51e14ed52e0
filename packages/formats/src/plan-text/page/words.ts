import { WEEKDAYS, type Weekday } from '@bell-lap/core'

/** How a day's name is written: the shorter it is, the more it could be something else. */
export type DayForm = 'full' | 'short' | 'two' | 'letter'

const FULL = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const SHORT: readonly (readonly string[])[] = [
  ['mon'],
  ['tue', 'tues'],
  ['wed', 'weds'],
  ['thu', 'thur', 'thurs', 'thr'],
  ['fri'],
  ['sat'],
  ['sun'],
]
const TWO = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']

const DAYS = new Map<string, { readonly day: Weekday; readonly form: DayForm }>()
WEEKDAYS.forEach((day, index) => {
  const full = FULL[index] ?? ''
  DAYS.set(full, { day, form: 'full' })
  DAYS.set(`${full}s`, { day, form: 'full' })
  for (const short of SHORT[index] ?? []) DAYS.set(short, { day, form: 'short' })
  DAYS.set(TWO[index] ?? '', { day, form: 'two' })
})

/** A weekday by its name of two letters or more, in any case. */
export const dayNamed = (word: string): { readonly day: Weekday; readonly form: DayForm } | undefined =>
  DAYS.get(word.toLowerCase())

/** Length of the full day's name that a word without a space starts with (`SundayRACE`); 0 without one. */
export const gluedDay = (word: string): number => {
  const lower = word.toLowerCase()
  const name = FULL.find((full) => lower.startsWith(full) && lower.length > full.length + 1)
  return name !== undefined && /^[A-Z0-9]/.test(word.slice(name.length)) ? name.length : 0
}

/** Which days one letter may mean, in the order of the week. */
export const LETTER_DAYS: { readonly [letter: string]: readonly Weekday[] } = {
  M: ['Mon'],
  T: ['Tue', 'Thu'],
  W: ['Wed'],
  R: ['Thu'],
  H: ['Thu'],
  F: ['Fri'],
  S: ['Sat', 'Sun'],
  U: ['Sun'],
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Month from 1, by its name or the first three letters of it. */
export const monthNamed = (word: string): number | undefined => {
  const index = MONTHS.indexOf(word.slice(0, 3).toLowerCase())
  return index >= 0 && MONTH_WORD.test(word) ? index + 1 : undefined
}
const MONTH_WORD =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i

const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]
const ORDINALS = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
]
const ROMAN: { readonly [letter: string]: number } = { I: 1, V: 5, X: 10, L: 50 }

/** A count as a page writes it: figures, `twelve`, `first`, `3rd`, `IV`; undefined for other words. */
export const countNamed = (word: string): number | undefined => {
  if (/^\d{1,4}(?:st|nd|rd|th)?$/i.test(word)) return Number.parseInt(word, 10)
  const lower = word.toLowerCase()
  const index = NUMBER_WORDS.indexOf(lower) < 0 ? ORDINALS.indexOf(lower) : NUMBER_WORDS.indexOf(lower)
  if (index >= 0) return index
  return /^[IVXL]{1,6}$/.test(word) ? romanNumber(word) : undefined
}

const romanNumber = (word: string): number => {
  let sum = 0
  for (let at = 0; at < word.length; at++) {
    const value = ROMAN[word.charAt(at)] ?? 0
    sum += value < (ROMAN[word.charAt(at + 1)] ?? 0) ? -value : value
  }
  return sum
}

const SESSION_WORDS: ReadonlySet<string> = new Set(
  `rest off easy recovery jog jogging run running runs long tempo threshold interval intervals fartlek hill hills hilly strides stride
  striders pickups pickup pick-ups pick-up repeats reps rep sets set race racing parkrun trial tt test time warm warmup warm-up cool
  cooldown cool-down cd wu steady hard fast slow progression progressive ladder pyramid cruise speed speedwork track session cross
  cross-train cross-training x-train xt bike cycle cycling spin swim swimming yoga pilates gym strength weights core circuit circuits
  mobility stretch stretching walk walking hike elliptical rower plyometrics plyos drills lift lifting s&c shakeout shake loosener
  medium moderate gentle relaxed double am pm a.m p.m complete total day free nothing no optional travel or and with w inc incl
  including then plus miles mile mi m km k kms kilometres kilometers metres meters min mins minutes minute secs sec seconds hour
  hours hr hrs h s pace effort rhythm mp hmp lt cv goal 5k 10k 3k marathon half lsd massage brisk light active float kick sprints
  sprint flat-out hillier trail grass road last first final home up down between each jogs wk jg rec recoveries standing strong
  finish feel max all-out bricks cutdown cut-down alternations alternating surges broken simulation tune-up tuneup openers primer
  sharpener loose legs quick quicker faster uphill downhill flat around at @ x off-day dnf hiit vo2 vo2max aerobic endurance tempos
  longrun dress rehearsal rehearsals easyrun ez cross-country xc heat heats final finals semis semi champs league`.split(
    /\s+/,
  ),
)

const TALK_WORDS: ReadonlySet<string> = new Set(
  `you your you're we our i i'm it its it's is are was were be been should will would can could may might must do does don't this that
  these those they them their there here what which who when while if because but so as than not never always the a of have has had
  how why about into from where once more most some any every other another such only also even too very just like`.split(
    /\s+/,
  ),
)

/** Words looked at before a line is taken for a session or for talk. */
const WORDS_SEEN = 14

/**
 * Whether words are a thing to do rather than talk about it: figures and words of the sport on one side,
 * the words that sentences are made of on the other.
 */
export const looksLikeSession = (text: string): boolean => {
  const { session, talk, words } = weigh(text)
  return words > 0 && session > 0 && session >= words * 0.45 && talk * 2 <= session
}

/** Whether the first words of a text are of the kind that sessions start with. */
export const startsLikeSession = (text: string): boolean => {
  const first = /^[^\s,;:.!?]+/.exec(text.slice(0, 40))?.[0] ?? ''
  return isSessionWord(first) && !isSentence(text)
}

/** Talk: a sentence of some length in which words of the sport are rare. */
export const isSentence = (text: string): boolean => {
  const { session, talk, words } = weigh(text)
  return words >= 5 && talk >= 2 && talk * 1.5 >= session
}

interface Weight {
  readonly session: number
  readonly talk: number
  readonly words: number
}

const weigh = (text: string): Weight => {
  let session = 0
  let talk = 0
  const words = text
    .slice(0, 200)
    .split(/[\s,;()[\]{}/+]+/, WORDS_SEEN + 1)
    .filter((word) => word !== '')
  for (const word of words.slice(0, WORDS_SEEN)) {
    if (isSessionWord(word)) session++
    else if (TALK_WORDS.has(bare(word))) talk++
  }
  return { session, talk, words: Math.min(words.length, WORDS_SEEN) }
}

const bare = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/^[^a-z0-9@]+|[^a-z0-9]+$/g, '')

const isSessionWord = (word: string): boolean =>
  /^[~<>(@[]?\d/.test(word) ||
  SESSION_WORDS.has(bare(word)) ||
  /^[@x×&+=-]$/i.test(word) ||
  /^tempo-|^[½¼¾]/i.test(word)
