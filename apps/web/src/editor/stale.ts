/** What stands now of a plan that somebody changed meanwhile. */
export const theirs = (
  current: { readonly version: number; readonly value?: unknown } | undefined,
): { readonly version: number; readonly text: string } | null => {
  const value: unknown = current?.value
  if (!current || typeof value !== 'object' || value === null || !('text' in value)) return null
  return typeof value.text === 'string' ? { version: current.version, text: value.text } : null
}
