/** Keeps the last so many values that were asked for, each made once; `undefined` is not kept. */
export const recent = <Value>(most: number) => {
  const values = new Map<string, Value>()
  return async <Made extends Value | undefined>(key: string, make: () => Promise<Made>): Promise<Value | Made> => {
    const value = values.get(key) ?? (await make())
    if (value === undefined) return value
    values.delete(key)
    values.set(key, value)
    const [oldest] = values.keys()
    if (values.size > most && oldest !== undefined) values.delete(oldest)
    return value
  }
}
