import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'

/** The rooms that are read without a network; the others come when they are asked for. */
const KEPT_ROOMS = /(?:(?:HomePage|CalendarPage|SessionPage)\.tsx|(?:calendar|session|moving|recording)\/words\.ts)$/

const WORKER = 'service-worker.js'

/** Tells the service worker which files the shell is made of, and a version that changes with any of them. */
export const shellList = (): Plugin => ({
  name: 'bell-lap:shell-list',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler: (_options, bundle) => {
      const worker = bundle[WORKER]
      if (worker?.type !== 'chunk') throw new Error(`The build holds no ${WORKER}`)
      const files = shellFiles(bundle)
      const version = createHash('sha256').update(files.join('\n')).update(worker.code).digest('hex').slice(0, 12)
      const list = JSON.stringify([
        '/',
        '/theme.js',
        '/start.js',
        '/manifest.webmanifest',
        '/icons/bell-lap.svg',
        ...files,
      ])
      worker.code = worker.code.replaceAll('SHELL_FILES', list).replaceAll('SHELL_VERSION', `'${version}'`)
    },
  },
})

const shellFiles = (bundle: Rolldown.OutputBundle): readonly string[] => {
  const wanted = new Set<string>()
  const visit = (name: string): void => {
    const chunk = bundle[name]
    if (wanted.has(name) || chunk?.type !== 'chunk') return
    wanted.add(name)
    for (const imported of chunk.imports) visit(imported)
    for (const css of chunk.viteMetadata?.importedCss ?? []) wanted.add(css)
    for (const asset of chunk.viteMetadata?.importedAssets ?? []) wanted.add(asset)
  }
  for (const file of Object.values(bundle)) {
    if (file.type !== 'chunk' || file.fileName === WORKER) continue
    if (file.isEntry || KEPT_ROOMS.test(file.facadeModuleId ?? '')) visit(file.fileName)
  }
  for (const name of Object.keys(bundle)) if (/archivo-latin-standard-normal.*\.woff2$/.test(name)) wanted.add(name)
  return [...wanted].toSorted().map((name) => `/${name}`)
}
