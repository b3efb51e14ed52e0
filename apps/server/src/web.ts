import { existsSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Where the app has screens: a link to one of them, or a reload there, opens the app. */
export const APP_PATHS = [
  '/',
  '/calendar',
  '/sessions/:id',
  '/activities/:id',
  '/season/new',
  '/plans',
  '/plans/:id',
  '/library',
  '/progress',
  '/import',
  '/settings',
] as const

const FOREVER = 'public, max-age=31536000, immutable'
const ASK_FIRST = 'no-cache'
/** Named by their content, so that another content has another name. */
const HASHED = /[\\/]assets[\\/]/

export const hasBundle = (folder: string): boolean => existsSync(join(folder, 'index.html'))

/**
 * Serves the built web app: hashed files to be kept for good, the page and the service worker asked for each time, small
 * ones made beforehand by the build (brotli, gzip) where the browser takes them.
 */
export const serveWeb = async (app: FastifyInstance, folder: string): Promise<void> => {
  await app.register(files, {
    root: folder,
    index: false,
    wildcard: true,
    dotfiles: 'ignore',
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', HASHED.test(path) ? FOREVER : ASK_FIRST)
    },
  })
  for (const path of APP_PATHS) {
    app.get(path, { schema: { hide: true } }, async (_request, reply) => reply.sendFile('index.html'))
  }
}
