import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fail, ok, type Result } from '@bell-lap/core'
import type { Places } from './places.ts'
import { hasBundle } from './web.ts'

/** The folder of the built web app; a checkout builds it where it is missing. Fails with one sentence. */
export const bundleOf = ({ web, root, isCheckout }: Places): Result<string, string> => {
  if (hasBundle(web)) return ok(web)
  if (!isCheckout) return fail(`The web app is missing from ${web}: install Bell Lap again.`)
  process.stderr.write('Building the web app (once) ...\n')
  const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.js'), '--web'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (build.status === 0 && hasBundle(web)) return ok(web)
  return fail('The web app could not be built; what went wrong stands above. "npm run build" tries it again.')
}
