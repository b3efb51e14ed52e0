/** What a file may cost before it is refused. Devices stay far below; a bomb does not. */
export interface FitLimits {
  readonly bytes: number
  /** Messages of any kind, definitions included. */
  readonly messages: number
  readonly laps: number
  /** Rows of each other kind that is kept one by one: sessions, events, devices, steps. */
  readonly rows: number
  /** Longest message, in bytes; the protocol would allow 65,025. */
  readonly messageBytes: number
  /** Developer columns that are kept. */
  readonly developerColumns: number
}

export const FIT_LIMITS: FitLimits = {
  bytes: 10_000_000,
  messages: 200_000,
  laps: 5_000,
  rows: 20_000,
  messageBytes: 32_768,
  developerColumns: 32,
}
