import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from './problem.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override']

/** The name in a Host header, without its port. */
const nameOf = (host: string): string => host.replace(/:\d{1,5}$/, '').toLowerCase()

const forbid = (code: string, detail: string, change?: string): Refused =>
  new Refused({ status: 403, title: 'It is not let in', code, detail, ...(change ? { change } : {}) })

/** A page elsewhere that has pointed its own name at this machine is not served: DNS rebinding. */
const checkHost = (request: FastifyRequest, names: ReadonlySet<string>): void => {
  const { host } = request.headers
  if (host !== undefined && names.has(nameOf(host))) return
  throw new Refused({
    status: 421,
    title: 'It is not for this server',
    code: 'foreign-host',
    detail: 'The request names another host than the one that Bell Lap listens as.',
    change: 'Open the address that bell-lap serve printed.',
  })
}

const isOwnOrigin = (origin: string, host: string | undefined): boolean => {
  if (!URL.canParse(origin)) return false
  const { protocol, host: from } = new URL(origin)
  return (protocol === 'http:' || protocol === 'https:') && from === host
}

/** Only pages of this very server may change something: no other page, no form of another page, no request without an origin. */
const checkOrigin = (request: FastifyRequest): void => {
  const { origin, host } = request.headers
  if (origin === undefined || !isOwnOrigin(origin, host)) {
    throw forbid(
      'foreign-origin',
      'Only pages of this server may change something.',
      'A program of your own sends the header Origin with the address of this server.',
    )
  }
}

/** Browsers say where a request began: another site may neither change nor read here; following a link is no harm. */
const checkSite = (request: FastifyRequest, unsafe: boolean): void => {
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin') return
  if (!unsafe && (site === 'none' || request.headers['sec-fetch-mode'] === 'navigate')) return
  throw forbid('foreign-site', 'The request began on another site.')
}

/**
 * Holds every request to this machine's own page. `hosts` are names beside the loopback ones that the server is reached
 * by. A method is what the request line says: headers that would change it are refused.
 */
export const guard = (app: FastifyInstance, hosts: readonly string[]): void => {
  const names = new Set([...LOOPBACK, ...hosts.map((host) => host.toLowerCase())])
  app.addHook('onRequest', async (request) => {
    checkHost(request, names)
    if (OVERRIDES.some((header) => request.headers[header] !== undefined)) {
      throw forbid('method-override', 'The method of a request cannot be changed by a header.')
    }
    const unsafe = UNSAFE.has(request.method)
    checkSite(request, unsafe)
    if (unsafe) checkOrigin(request)
  })
}
