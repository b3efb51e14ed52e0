import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from './served.ts'

/** The folder of this run's demo: made once, each test works on a copy. */
const KEY = 'BELL_LAP_TEST_DEMO'

/** Makes the demo through its own door; returns where it lies. */
export const makeDemoFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'bell-lap-demo-'))
  const served = await serve(folder)
  try {
    const made = await fetch(`${served.address}/api/demo`, { method: 'POST', headers: { origin: served.address } })
    if (!made.ok) throw new Error(`The demo could not be made: ${await made.text()}`)
  } finally {
    await served.stop()
  }
  process.env[KEY] = folder
  return folder
}

/** Lays a copy of the demo into `folder`. */
export const copyDemo = async (folder: string): Promise<void> => {
  const demo = process.env[KEY]
  if (demo === undefined) throw new Error('the demo is made before the tests')
  await cp(demo, folder, { recursive: true })
}
