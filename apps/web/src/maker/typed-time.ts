/** Metres a second that a race between 50 m and a day can have: the fastest sprint, a walk. */
const FASTEST = 10.6
const SLOWEST = 1.2

/** A time as runners type it, in seconds: `19:45`, `1945`, `19.45`, `1:08:00`, `58.4`; undefined for what is none. */
export const typedTime = (text: string, metres: number): number | undefined => {
  const clean = text.trim().replaceAll(/[,’']/g, (sign) => (sign === ',' ? '.' : ':'))
  return candidates(clean).find((seconds) => metres / seconds <= FASTEST && metres / seconds >= SLOWEST)
}

/** What the digits may mean, the likeliest first; the distance decides. */
const candidates = (text: string): readonly number[] => {
  const clock = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2}(?:\.\d{1,2})?)$/.exec(text)
  if (clock) return sixty(clock[1], clock[2], clock[3])
  const dotted = /^(\d{1,2})\.(\d{2})\.(\d{2})$/.exec(text)
  if (dotted) return sixty(dotted[1], dotted[2], dotted[3])
  const point = /^(\d{1,3})\.(\d{1,2})$/.exec(text)
  if (point) return [...(point[2]?.length === 2 ? sixty(undefined, point[1], point[2]) : []), Number(text)]
  const digits = /^(\d{1,2}?)??(\d{1,2})(\d{2})$/.exec(text)
  const plain = /^\d{1,3}$/.test(text) ? [Number(text)] : []
  const minutes = /^\d{1,2}$/.test(text) ? [Number(text) * 60] : []
  return [...(digits ? sixty(digits[1], digits[2], digits[3]) : []), ...plain, ...minutes]
}

const sixty = (hours = '0', minutes = '0', seconds = '0'): readonly number[] => {
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)]
  return s < 60 && (h === 0 || m < 60) ? [h * 3600 + m * 60 + s] : []
}

/** `19:45`, `1:08:00`, `58.4` as an athlete file has it: a clock, or seconds where they are not whole. */
export const timeJson = (seconds: number): string | number => {
  if (!Number.isInteger(seconds) || seconds < 60) return seconds
  const rest = String(seconds % 60).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${minutes}:${rest}`
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`
}
