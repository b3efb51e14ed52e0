import { DatabaseSync } from 'node:sqlite'

/**
 * Takes a folder for this process alone, by a lock of the operating system: it ends with the process, however that
 * ends, so that none is ever stale. Undefined where another holds it.
 */
export const lockFolder = (path: string): { readonly release: () => void } | undefined => {
  const file = new DatabaseSync(path)
  try {
    file.exec('pragma busy_timeout=0; pragma journal_mode=memory; begin exclusive')
    return { release: () => file.close() }
  } catch (error) {
    file.close()
    if (isBusy(error)) return undefined
    throw error
  }
}

const SQLITE_BUSY = 5

const isBusy = (error: unknown): boolean => error instanceof Error && Reflect.get(error, 'errcode') === SQLITE_BUSY
