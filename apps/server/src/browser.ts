import { spawn } from 'node:child_process'
import type { Environment } from './settings.ts'

/** The program that opens an address on this platform; none where there is no screen. */
export const openerOf = (
  platform: NodeJS.Platform,
  environment: Environment,
): readonly [program: string, ...args: string[]] | undefined => {
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['cmd', '/c', 'start', '""']
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open'] : undefined
}

/** Opens the address where there is a browser; where there is none, nothing happens: the address was printed. */
export const openBrowser = (address: string): void => {
  const opener = openerOf(process.platform, process.env)
  if (!opener) return
  const [program, ...args] = opener
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
