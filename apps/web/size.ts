// What the first page costs: every script that Today needs, gzipped. `node apps/web/size.ts` prints it and fails over the limit.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const LIMIT_BYTES = 130_000
const DIST = join(import.meta.dirname, 'dist')

/** The scripts of the first page and what each weighs, the heaviest first. */
export const firstPage = (): readonly { readonly name: string; readonly bytes: number }[] => {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8')
  const home = readdirSync(join(DIST, 'assets')).filter((name) => /^HomePage-.*\.js$/.test(name))
  const wanted = new Set<string>()
  const visit = (name: string): void => {
    if (wanted.has(name)) return
    wanted.add(name)
    // What is imported at the head of a file comes with it; what is imported in a call comes when it is asked for.
    const code = readFileSync(join(DIST, 'assets', name), 'utf8')
    for (const [, other] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) if (other) visit(other)
  }
  for (const [, name] of html.matchAll(/\/assets\/([^"]+\.js)"/g)) if (name) visit(name)
  for (const name of home) visit(name)
  return [...wanted]
    .map((name) => ({ name, bytes: gzipSync(readFileSync(join(DIST, 'assets', name)), { level: 9 }).length }))
    .toSorted((a, b) => b.bytes - a.bytes)
}

if (process.argv[1] === import.meta.filename) {
  const files = firstPage()
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0)
  for (const { name, bytes } of files) console.log(`${String(bytes).padStart(8)}  ${name}`)
  console.log(`${String(all).padStart(8)}  in all, gzipped; the limit is ${LIMIT_BYTES}`)
  if (all > LIMIT_BYTES) process.exitCode = 1
}
