import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { zipOf } from '../../packages/formats/src/archive/zip.arbitrary.ts'
import { runReview } from '../../apps/cli/src/commands/review.ts'

const dir = mkdtempSync(join(tmpdir(), 'bell-lap-review-'))
afterAll(() => rmSync(dir, { recursive: true }))

const run = (file: string | readonly string[] | undefined, options: Parameters<typeof runReview>[1]) => {
  const [said, told]: [string[], string[]] = [[], []]
  const screen = { say: (text: string) => said.push(text), tell: (text: string) => told.push(text) }
  const files = file === undefined ? [] : typeof file === 'string' ? [file] : file
  const code = runReview(files, options, screen)
  return { code, said: said.join('\n'), told: told.join('\n') }
}

/** A track file of 4 x 400 m with 100 s jogs: a point a second along a meridian. */
const gpx = (): string => {
  const legs = [
    [300, 3],
    ...Array.from({ length: 4 }, () => [
      [80, 5],
      [100, 2.2],
    ]).flat(),
    [300, 3],
  ] as const
  const points: string[] = []
  let [second, way] = [0, 0]
  for (const [time = 0, speed = 0] of legs) {
    for (let index = 0; index < time; index++, second++) {
      way += speed
      const moment = new Date(Date.UTC(2027, 0, 5, 17) + 1000 * second).toISOString()
      points.push(`<trkpt lat="${(way / 111_194.93).toFixed(8)}" lon="10"><time>${moment}</time></trkpt>`)
    }
  }
  return `<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`
}

describe('bell-lap review', () => {
  test('splits as typed need no recording', () => {
    const { code, said } = run(undefined, { splits: '71 72 70 73', workout: '4 x 400m in 70-73s, jog 200m' })
    expect(code).toBe(0)
    expect(said).toContain('4 of 4 repetitions done: 4 on target.')
    expect(said).toContain('As planned.')
  })
  test('a recording is recognised by its content, and its repetitions are found', () => {
    const file = join(dir, 'run.bin')
    writeFileSync(file, gpx())
    const { code, said } = run(file, { workout: '4 x 400m @mile, jog 100s', '5k': '19:30' })
    expect(code).toBe(0)
    expect(said).toContain('4 of 4 repetitions done')
    expect(run(file, {}).said).toContain('Session: 4 x 400m')
  })
  test('many give one verdict each, and none stops the others', () => {
    const folder = join(dir, 'many')
    mkdirSync(join(folder, 'deeper'), { recursive: true })
    const zip = zipOf([
      { name: 'x.gpx', contents: new TextEncoder().encode(gpx()) },
      { name: 'broken.fit', contents: new TextEncoder().encode('............FIT') },
      { name: 'photo.jpg', contents: new Uint8Array(9) },
    ])
    writeFileSync(join(folder, 'a.gpx'), gpx())
    writeFileSync(join(folder, 'b.gpx'), '<gpx')
    writeFileSync(join(folder, 'c.zip'), zip)
    writeFileSync(join(folder, 'notes.txt'), 'felt good today')
    writeFileSync(join(folder, 'deeper', 'd.gpx'), gpx().replaceAll('2027-01-05', '2027-01-06'))
    const { code, said, told } = run(folder, {})
    expect(code).toBe(2)
    expect(said).toContain('a.gpx  2027-01-05, 4.28 km, 21:59  Looks like 4 x 400m')
    expect(said).toContain(`c.zip/x.gpx  the same run as ${join(folder, 'a.gpx')}`)
    expect(said).toContain('7 files: 2 reviewed, 1 run again, 2 refused, 2 passed over.')
    expect(told).toContain('b.gpx  refused (')
    const json = run([join(folder, 'a.gpx'), join(folder, 'deeper')], { json: true })
    expect(json.code).toBe(0)
    const { files, summary } = JSON.parse(json.said)
    expect(summary).toMatchObject({ files: 2, reviewed: 2, refused: 0 })
    expect(files[1]).toMatchObject({ verdict: 'reviewed', review: { recognised: true, activity: { laps: [] } } })
  })

  test('what cannot be read says what is wrong, in JSON as well', () => {
    const file = join(dir, 'note.txt')
    writeFileSync(file, 'felt good today')
    const { code, said, told } = run(file, { json: true })
    expect(code).toBe(2)
    expect(JSON.parse(said)).toMatchObject({ problems: [{ code: expect.any(String), message: expect.any(String) }] })
    expect(told).not.toBe('')
    expect(run(join(dir, 'nowhere.fit'), {}).code).toBe(2)
    expect(run(undefined, {}).code).toBe(2)
    expect(run(undefined, { splits: '71 72' }).code).toBe(2)
    expect(run(undefined, { splits: 'good', workout: '4 x 400m' }).code).toBe(2)
  })
})
