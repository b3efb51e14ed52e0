/** Asks for the next value while the one before is worked on: one is on its way, never more. */
export async function* oneAhead<Value>(source: AsyncIterable<Value>): AsyncGenerator<Value, void> {
  const values = source[Symbol.asyncIterator]()
  let next = values.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = values.next()
      // What goes wrong meanwhile is told when it is asked for.
      next.catch(() => undefined)
      yield value
    }
  } finally {
    await next.catch(() => undefined)
    await values.return?.()
  }
}
