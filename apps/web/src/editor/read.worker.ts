import { readText, seasonOf, type ReadRequest } from './reading.ts'

/** Reads beside the page: first what the text says, then the season that it makes. Only the newest text is read. */
let newest: ReadRequest | undefined
let waiting = false

const readNewest = (): void => {
  waiting = false
  const request = newest
  if (!request) return
  const { answer, plan } = readText(request)
  postMessage(answer)
  // A text that came meanwhile is read before the season of this one is made.
  setTimeout(() => {
    if (newest === request && answer.sessions > 0) postMessage(seasonOf(plan, request))
  }, 0)
}

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  newest = data
  if (!waiting) setTimeout(readNewest, 0)
  waiting = true
})
