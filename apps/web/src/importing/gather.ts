/** A file with the name that it has in what was chosen: `watch/2026/run.fit`. */
export interface Gathered {
  readonly file: File
  readonly name: string
}

/** More files than anybody has run. */
const MOST_FILES = 50_000

/** Everything in what was dropped, folders looked through; tells how many it found so far. */
export const gatherDropped = async (
  items: DataTransferItemList,
  onCount: (count: number) => void,
): Promise<readonly Gathered[]> => {
  // The list is emptied as soon as the drop is over: entries have to be taken before anything is waited for.
  const entries = [...items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
  const found: Gathered[] = []
  for (const entry of entries) {
    if (entry instanceof File) found.push({ file: entry, name: entry.name })
    else if (entry) await gatherEntry(entry, found, onCount)
  }
  return found
}

const gatherEntry = async (
  entry: FileSystemEntry,
  found: Gathered[],
  onCount: (count: number) => void,
): Promise<void> => {
  if (found.length >= MOST_FILES || entry.name.startsWith('.')) return
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject)).catch(() => null)
    if (file) found.push({ file, name: entry.fullPath.replace(/^\//, '') })
    if (found.length % 50 === 0) onCount(found.length)
  } else if (isFolder(entry)) {
    const reader = entry.createReader()
    for (;;) {
      // A folder is told in portions, and an empty portion is its end.
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).catch(
        () => [],
      )
      if (some.length === 0) break
      for (const inside of some) await gatherEntry(inside, found, onCount)
    }
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** What an input holds; files of a chosen folder carry their path. */
export const gatherChosen = (files: FileList | null): readonly Gathered[] =>
  [...(files ?? [])]
    .filter(({ name }) => !name.startsWith('.'))
    .map((file) => ({ file, name: file.webkitRelativePath || file.name }))
