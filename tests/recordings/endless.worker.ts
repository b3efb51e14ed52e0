import { parentPort } from 'node:worker_threads'
import { answering, columnsOf } from '../../packages/logbook/src/reading/answers.ts'
import type { Answer, Order } from '../../packages/logbook/src/reading/messages.ts'

// The reader's worker, but for recordings called endless, which it never comes to an end with.
const answer = answering()
parentPort?.on('message', (order: Order) => {
  const given = answer(order)
  while (given.kind === 'verdict' && given.verdict.kind === 'recording' && given.verdict.name.startsWith('endless')) {
    // Another one would be a fault of the reader; what is tried here is that it is borne.
  }
  parentPort?.postMessage(given, columnsOf(given))
})
parentPort?.postMessage({ kind: 'ready' } satisfies Answer, [])
