import type { Problem } from '../fit/recorded.ts'
import type { ArchiveLimits } from './limits.ts'

/** Names of devices, which Windows takes for files in every folder. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
/** Control characters, and those that turn the direction of a text round. */
const UNSEEN = /[\0-\x1F\x7F-\x9F\u200E\u200F\u202A-\u202E\u2066-\u2069]/

const FAULTS: readonly (readonly [is: (name: string) => boolean, words: string])[] = [
  [(name) => name.trim() === '', 'is empty'],
  [(name) => UNSEEN.test(name), 'holds characters that cannot be seen'],
  [(name) => /^[/\\]|^[a-z]:/i.test(name), 'begins at the root of a disk'],
  [(name) => name.split(/[/\\]/).includes('..'), 'leads out of the folder'],
  [(name) => name.split(/[/\\]/).some((part) => DEVICE.test(part)), 'is that of a device'],
]

/** A name as it may be shown: short, and nothing in it that cannot be seen. */
export const shownName = (name: string): string => name.slice(0, 255).replace(new RegExp(UNSEEN, 'g'), '\uFFFD')

/** Why a name is not to be trusted; undefined where it is. */
export const nameFault = (name: string, limits: ArchiveLimits): Problem | undefined => {
  if (name.length > limits.name)
    return { code: 'bad-name', message: `The name is longer than ${limits.name} characters.` }
  const fault = FAULTS.find(([is]) => is(name))
  return fault && { code: 'bad-name', message: `The name ${fault[1]}.` }
}

/** Names that a file system may take for the same. */
export const sameName = (name: string): string => name.normalize('NFC').replace(/\\/g, '/').toLowerCase()
