import { parentPort } from 'node:worker_threads'
import { answering, columnsOf } from './answers.ts'
import type { Answer, Order } from './messages.ts'

// Where recordings are read: started by `openReader`, which holds it to its memory and its time.
const answer = answering()
parentPort?.on('message', (order: Order) => {
  const given = answer(order)
  parentPort?.postMessage(given, columnsOf(given))
})
parentPort?.postMessage({ kind: 'ready' } satisfies Answer, [])
