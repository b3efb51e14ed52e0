import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { afterPaint } from './build/after-paint.ts'
import { compressed } from './build/compressed.ts'
import { preloaded } from './build/preloaded.ts'
import { shellList } from './build/shell-list.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Where the doors of the API are while the pages are being worked on: `BELL_LAP_API=http://127.0.0.1:7800 vite`. */
const api = process.env.BELL_LAP_API ?? 'http://127.0.0.1:7800'

/** What knows popovers and light-dark(), in the style compiler's own way of counting: the platform's own, nothing rebuilt. */
const BROWSERS = { chrome: 125 << 16, edge: 125 << 16, firefox: 128 << 16, safari: 18 << 16 }

export default defineConfig({
  root: here('.'),
  plugins: [react({ compiler: true }), preloaded(), afterPaint(), shellList(), compressed()],
  css: { transformer: 'lightningcss', lightningcss: { targets: BROWSERS } },
  server: { proxy: { '/api': api } },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: ['chrome125', 'edge125', 'firefox128', 'safari18'],
    modulePreload: { polyfill: false },
    // Pictures in the style sheet as data: addresses would be refused by the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main: here('index.html'), 'service-worker': here('src/offline/service-worker.ts') },
      // The sport is pure: a module that nothing is taken from leaves no trace.
      treeshake: { moduleSideEffects: (id) => !/\/packages\/(?:core|formats)\//.test(id) },
      output: {
        // The worker's address is its scope and its name for ever.
        entryFileNames: (chunk) => (chunk.name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
