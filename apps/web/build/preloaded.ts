import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

const FONT = /archivo-latin-standard-normal.*\.woff2$/
const HOME = /\/HomePage\.tsx$/

/**
 * Asks with the page for what Today will need in a moment: the one font, and the scripts and styles of the first room.
 * Otherwise each would be found only when the one before it has run.
 */
export const preloaded = (): Plugin => ({
  name: 'bell-lap:preloaded',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const font = Object.keys(bundle).find((name) => FONT.test(name))
      if (font === undefined) throw new Error('The build holds no font: look/font.css names it')
      const files = [...homeFiles(bundle)].filter((name) => !html.includes(name))
      return [link(font, { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '' }), ...files.map(early)]
    },
  },
})

const link = (file: string, attrs: Record<string, string>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { ...attrs, href: `/${file}` },
  injectTo: 'head',
})

const early = (file: string): HtmlTagDescriptor =>
  file.endsWith('.css')
    ? link(file, { rel: 'preload', as: 'style', crossorigin: '' })
    : link(file, { rel: 'modulepreload', crossorigin: '' })

/** The first room with all that it imports at its head. */
const homeFiles = (bundle: Rolldown.OutputBundle): ReadonlySet<string> => {
  const files = new Set<string>()
  const visit = (name: string): void => {
    const chunk = bundle[name]
    if (files.has(name) || chunk?.type !== 'chunk') return
    files.add(name)
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css)
    for (const imported of chunk.imports) visit(imported)
  }
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && HOME.test(chunk.facadeModuleId ?? '')) visit(chunk.fileName)
  }
  return files
}
