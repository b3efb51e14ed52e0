import { PassThrough } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Listen } from './doors.ts'
import { Refused } from './problem.ts'

/** Milliseconds between two signs of life, so that nothing on the way takes the stream for dead. */
const HEARTBEAT = 15_000
/** Milliseconds after which a browser comes back when a stream ended. */
const RETRY = 3_000
/** Bytes that may wait for a reader that does not read: it is cut off and comes back. */
const MOST_WAITING = 64 * 1024
/** Streams at a time. A browser holds one for each tab. */
const MOST_STREAMS = 1_000

/** The open event streams of a server. */
export interface EventStreams {
  send(listen: Listen, request: FastifyRequest, reply: FastifyReply): FastifyReply
  close(): void
}

export const openEventStreams = (heartbeat = HEARTBEAT): EventStreams => {
  const open = new Set<PassThrough>()
  let closed = false

  const write = (stream: PassThrough, text: string): void => {
    if (stream.writableEnded || stream.destroyed) return
    if (stream.writableLength + stream.readableLength > MOST_WAITING) stream.destroy()
    else stream.write(text)
  }
  return {
    send: (listen, request, reply) => {
      if (closed || open.size >= MOST_STREAMS) {
        throw new Refused({
          status: 503,
          title: 'Not now',
          code: 'busy',
          detail: 'No more event streams are open to be had just now.',
          retryAfter: 5,
        })
      }
      const stream = new PassThrough()
      open.add(stream)
      const stopHearing = listen((event) => write(stream, `data: ${JSON.stringify(event)}\n\n`))
      const beat = setInterval(() => write(stream, ': \n\n'), heartbeat)
      stream.once('close', () => {
        open.delete(stream)
        clearInterval(beat)
        stopHearing()
      })
      request.raw.once('close', () => stream.destroy())
      write(stream, `retry: ${RETRY}\n\n`)
      return reply
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(stream)
    },
    close: () => {
      closed = true
      for (const stream of open) stream.end()
    },
  }
}
