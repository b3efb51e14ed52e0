import type { Plugin } from 'vite'

/** Asks for the one font with the page, not after its style sheet: the first words come in their own letters. */
export const preloadedFont = (): Plugin => ({
  name: 'bell-lap:preloaded-font',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) => {
      const font = Object.keys(bundle ?? {}).find((name) => /archivo-latin-standard-normal.*\.woff2$/.test(name))
      if (font === undefined) throw new Error('The build holds no font: look/font.css names it')
      const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: '' }
      return [{ tag: 'link', attrs, injectTo: 'head' }]
    },
  },
})
