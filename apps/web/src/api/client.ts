import type { Call, Door, ProblemJson } from '@bell-lap/server'
import { noteKept } from '../offline/kept.ts'
import { t } from '../words/t.ts'

type Inputs = 'params' | 'query' | 'body'

/** What a call of this door has to be given, and nothing else. */
export type Given<D extends Door> = {
  readonly [I in Inputs as Call<D>[I] extends undefined ? never : I]: Call<D>[I]
}

/** A call that was not done: what happened, to what, and what to do. Thrown, because queries and mutations catch it. */
export class Refusal extends Error {
  readonly problem: ProblemJson

  constructor(problem: ProblemJson) {
    super(problem.detail)
    this.problem = problem
  }

  /** What to do about it, where the answer says so. */
  get change(): string | undefined {
    return this.problem.change
  }

  get code(): string {
    return this.problem.code
  }
}

/** The address behind a door: for links, downloads and uploads. */
export const addressOf = (door: Door, given: { readonly params?: object; readonly query?: object } = {}): string => {
  const path = door.slice(door.indexOf(' ') + 1)
  const params = new Map(Object.entries(given.params ?? {}))
  const filled = path.replace(/:(\w+)/g, (_place, name: string) => encodeURIComponent(String(params.get(name))))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given.query ?? {})) if (value !== undefined) query.set(name, String(value))
  return query.size > 0 ? `${filled}?${query.toString()}` : filled
}

/**
 * Calls a door: `call('GET /api/today', { query: {} })`. What goes in and what comes out are typed by the server's own
 * table; the server checks both against the schemas, so nothing is checked twice here.
 * Throws a `Refusal` where it was not done, and where nobody answers.
 */
export const call = async <D extends Door>(
  door: D,
  given: Given<D>,
  signal?: AbortSignal,
): Promise<Call<D>['reply']> => {
  const parts: { readonly params?: object; readonly query?: object; readonly body?: unknown } = given
  const headers = new Headers({ accept: 'application/json' })
  const init: RequestInit = { method: door.slice(0, door.indexOf(' ')), headers }
  if (signal) init.signal = signal
  if (parts.body !== undefined) {
    init.body = JSON.stringify(parts.body)
    headers.set('content-type', 'application/json')
  }
  const response = await answered(addressOf(door, parts), init)
  if (!response.ok) throw await refusalOf(response)
  noteKept(response.headers.get('x-kept-since'))
  const reply: Call<D>['reply'] = await response.json()
  return reply
}

const answered = async (address: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new Refusal(unheard(0, 'unreachable', t('shell.unreachable'), t('shell.unreachable.change')))
  }
}

/** The problem that an answer tells, or, where it tells none, that it was no answer of Bell Lap's. */
export const refusalOf = async (response: Response): Promise<Refusal> => {
  if (response.headers.get('content-type')?.includes('problem+json')) {
    const problem: ProblemJson = await response.json()
    return new Refusal(problem)
  }
  return new Refusal(unheard(response.status, 'unknown', t('shell.odd', { status: response.status })))
}

const unheard = (status: number, code: string, detail: string, change?: string): ProblemJson => ({
  type: 'about:blank',
  title: detail,
  status,
  detail,
  code,
  ...(change === undefined ? {} : { change }),
})
