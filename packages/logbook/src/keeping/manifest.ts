import { z } from 'zod'

/** What says that a ZIP archive is one of these. */
export const FORMAT = 'bell-lap archive'
export const MANIFEST = 'manifest.json'

const Sum = z.string().regex(/^[0-9a-f]{64}$/)

/** What an archive holds: every other file of it is named here, with its size and its SHA-256. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  /** Shape of the rows: the number of the store's last migration. */
  shape: z.number().int().min(1),
  program: z.string().max(100),
  /** When it was made, in UTC. */
  made: z.iso.datetime(),
  rows: z.record(z.string(), z.number().int().min(0)),
  files: z.array(z.object({ name: z.string(), bytes: z.number().int().min(0), sha256: Sum })),
})
export type Manifest = z.infer<typeof Manifest>

const NAMES = /^(?:tables\/[a-z_]{1,40}\.jsonl|csv\/[a-z_]{1,40}\.csv|files\/[0-9a-f]{64}(?:\.[a-z0-9]{1,5}){0,2})$/

/** Whether a name is one that archives have: nothing else is ever read from one. */
export const isArchiveName = (name: string): boolean => name === MANIFEST || NAMES.test(name)

const HASH = /^files\/([0-9a-f]{64})/

/** The SHA-256 that an original file's name tells; undefined for any other. */
export const hashIn = (name: string): string | undefined => HASH.exec(name)?.[1]

const ENDING = /(?:\.[a-z0-9]{1,5}){1,2}$/

/** `files/ab12....fit`: under its hash, with the ending that it had. */
export const originalName = (hash: string, name: string): string =>
  `files/${hash}${ENDING.exec(name.toLowerCase())?.[0] ?? ''}`
