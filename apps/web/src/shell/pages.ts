import type { Key } from '../words/t.ts'
import type { IconName } from './Icon.tsx'

/** The pages of the header, in its order. */
export const PAGES = [
  { to: '/', key: 'shell.today', icon: 'today' },
  { to: '/calendar', key: 'shell.calendar', icon: 'calendar' },
  { to: '/plans', key: 'shell.plans', icon: 'plans' },
  { to: '/progress', key: 'shell.progress', icon: 'progress' },
  { to: '/library', key: 'shell.library', icon: 'library' },
  { to: '/import', key: 'shell.import', icon: 'import' },
  { to: '/settings', key: 'shell.settings', icon: 'settings' },
] as const satisfies readonly { readonly to: string; readonly key: Key; readonly icon: IconName }[]

/** Those that a thumb reaches; the others are under More. */
export const IN_THE_BAR: readonly string[] = ['/', '/calendar', '/progress', '/import']
