import { rm } from 'node:fs/promises'
import { unpackBrowser } from './browser.ts'
import { makeDemoFolder } from './demo-folder.ts'

/** Before all: the browser and the demo; after all, the demo goes. */
const prepare = async (): Promise<() => Promise<void>> => {
  await unpackBrowser()
  const demo = await makeDemoFolder()
  return () => rm(demo, { recursive: true, force: true })
}

export default prepare
