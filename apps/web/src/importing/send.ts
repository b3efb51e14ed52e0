import type { Call, Door } from '@bell-lap/server'
import { addressOf, Refusal, refusalOf } from '../api/client.ts'
import { t } from '../words/t.ts'
import type { Gathered } from './gather.ts'

export interface Sending<D extends Door> {
  readonly answer: Promise<Call<D>['reply']>
  readonly stop: () => void
}

/** Sends files through a door, telling the share that is out. The platform's older way, for the newer tells no progress. */
export const send = <D extends 'POST /api/imports' | 'POST /api/restore'>(
  door: D,
  files: readonly Gathered[],
  onShare: (share: number) => void,
): Sending<D> => {
  const request = new XMLHttpRequest()
  const body = new FormData()
  for (const { file, name } of files) body.append('files', file, name)
  const answer = new Promise<Call<D>['reply']>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText))
      else void refused(request).then(reject)
    })
    request.addEventListener('error', () => reject(unheard(t('shell.unreachable'))))
    request.addEventListener('abort', () => reject(unheard(t('import.cancelled'), 'cancelled')))
  })
  request.open('POST', addressOf(door))
  request.setRequestHeader('accept', 'application/json')
  request.send(body)
  return { answer, stop: () => request.abort() }
}

const refused = (request: XMLHttpRequest): Promise<Refusal> =>
  refusalOf(
    new Response(request.responseText, {
      status: request.status,
      headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
    }),
  )

const unheard = (detail: string, code = 'unreachable'): Refusal =>
  new Refusal({ type: 'about:blank', title: detail, status: 0, detail, code })
