/** Numbers that look like chance and are the same for the same seed. */
export interface Random {
  /** From 0 up to 1, 1 left out. */
  readonly next: () => number
  /** Of the standard normal distribution. */
  readonly normal: () => number
}

const TWO_32 = 2 ** 32

/** mulberry32 (Ettinger 2017): 32 bits of state are enough for a demonstration. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_32
  }
  /** Box and Muller 1958. */
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return { next, normal }
}
