import type { Plugin } from 'vite'

const APP = /<script type="module" crossorigin src="(\/assets\/main-[^"]+)"><\/script>/

/** Has the app's script fetched at once and run by `start.js` after the first paint, rather than before it. */
export const afterPaint = (): Plugin => ({
  name: 'bell-lap:after-paint',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      if (!APP.test(html)) throw new Error('The page names no script of the app')
      return html.replace(APP, '<link rel="modulepreload" crossorigin data-app href="$1">')
    },
  },
})
