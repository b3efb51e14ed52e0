import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { zipOf } from './archive/zip.arbitrary.ts'
import { run } from './fit/small-files.arbitrary.ts'
import { makeGpx } from './gpx/make.ts'
import { readRecording, type RecordingFile } from './recording.ts'
import { gpxActivities, tcxActivities } from './samples/recordings.arbitrary.ts'
import { makeTcx } from './tcx/make.ts'

const bytes = (text: string): Uint8Array => new Uint8Array(new TextEncoder().encode(text))
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from(`\uFEFF${text}`.split('').flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]))

const [tcxActivity, gpxActivity] = [
  fc.sample(tcxActivities, { seed: 3, numRuns: 1 })[0],
  fc.sample(gpxActivities, { seed: 3, numRuns: 1 })[0],
]
const tcx = (tcxActivity && makeTcx(tcxActivity)) ?? ''
const gpx = gpxActivity ? makeGpx(gpxActivity) : ''
const CSV = 'time,hr\n0,100\n1,101\n'

const read = (given: Uint8Array): RecordingFile => {
  const result = readRecording(given)
  if (!result.ok) throw new Error(result.fault.message)
  return result.value
}

describe('the one door for recordings', () => {
  test.each<[string, Uint8Array, string, string | undefined]>([
    ['FIT', run(20), 'fit', undefined],
    ['TCX', bytes(tcx), 'tcx', undefined],
    ['GPX', bytes(gpx), 'gpx', undefined],
    ['GPX with another prefix', bytes(gpx.replace('<gpx', '<q:gpx').replace('</gpx', '</q:gpx')), 'gpx', undefined],
    [
      'TCX behind blanks and a comment',
      bytes(`\n\n  <!-- made by gpx -->${tcx.slice(tcx.indexOf('<Tra'))}`),
      'tcx',
      undefined,
    ],
    ['GPX in UTF-16', utf16(gpx), 'gpx', undefined],
    ['a TCX file without its head', bytes(tcx.slice(tcx.indexOf('<Lap') + 5)), 'tcx', undefined],
    ['a table', bytes(CSV), 'csv', undefined],
    ['JSON', bytes('[{"time":0,"hr":100},{"time":1,"hr":101}]'), 'json', undefined],
    ['FIT in gzip', new Uint8Array(gzipSync(run(20))), 'fit', 'gzip'],
    ['TCX in gzip', new Uint8Array(gzipSync(tcx)), 'tcx', 'gzip'],
    ['GPX in a ZIP archive', zipOf([{ name: 'run.gpx', contents: bytes(gpx) }]), 'gpx', 'zip'],
    [
      'gzip in a ZIP archive',
      zipOf([{ name: 'run.fit.gz', contents: new Uint8Array(gzipSync(run(20))) }]),
      'fit',
      'zip',
    ],
  ])('%s is recognised by its contents', (_, given, format, packed) => {
    const { activity, activities, ...file } = read(given)
    expect([file.format, file.packed]).toEqual([format, packed])
    expect(activity?.samples.count).toBeGreaterThan(0)
    expect(activities).toEqual([activity])
  })

  test.each([
    ['a PDF', '%PDF-1.7', 'a PDF'],
    ['a web page', '<!DOCTYPE html><html><body>Log in</body></html>', 'a web page'],
    ['KML', '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"/>', 'a KML file'],
    ['a ZWO file', '<workout_file/>', 'ZWO'],
    ['binary data', '\u0001\u0002\u0003', 'binary data'],
  ])('%s is refused by name', (_, text, name) => {
    const result = readRecording(bytes(text), 'run.xyz')
    expect(result).toMatchObject({
      ok: false,
      fault: { code: 'not-recognised', message: expect.stringContaining(name) },
    })
    expect(!result.ok && result.fault.message).toMatch(/^run\.xyz: /)
  })

  test('nothing at all', () => {
    expect(readRecording(new Uint8Array())).toMatchObject({ ok: false, fault: { code: 'empty' } })
    expect(readRecording(bytes(' \n '))).toMatchObject({ ok: false, fault: { code: 'empty' } })
  })

  test('what unpacking found wrong is a problem of the file and of its activity', () => {
    const packed = new Uint8Array(gzipSync(CSV))
    const { problems, activity } = read(packed.subarray(0, packed.length - 8))
    expect(problems[0]?.code).toBe('truncated')
    expect(activity?.problems).toEqual(problems)
  })

  test('limits of each kind are handed on', () => {
    const refusal = (given: Uint8Array, limits: object) => {
      const result = readRecording(given, undefined, { limits })
      return result.ok ? 'read' : result.fault.code
    }
    expect(refusal(bytes(tcx), { text: { samples: 1 } })).toBe('too-many-messages')
    expect(refusal(run(20), { fit: { messages: 5 } })).toBe('too-many-messages')
    expect(refusal(new Uint8Array(gzipSync(CSV)), { archive: { entryBytes: 30 } })).toBe('too-large')
  })

  test('several activities of one file: one by one, and as one in the order of their starts', () => {
    const at = (minute: number, name: string): string =>
      `<Activity Sport="${name}"><Id>2026-01-01T00:${minute}:00Z</Id><Lap StartTime="2026-01-01T00:${minute}:00Z">` +
      '<TotalTimeSeconds>9</TotalTimeSeconds><Track>' +
      [0, 5, 9]
        .map(
          (second) =>
            `<Trackpoint><Time>2026-01-01T00:${minute}:0${second}Z</Time><DistanceMeters>${second * 3}</DistanceMeters></Trackpoint>`,
        )
        .join('') +
      '</Track></Lap></Activity>'
    const text = `<TrainingCenterDatabase><Activities>${at(30, 'Biking')}${at(10, 'Running')}</Activities></TrainingCenterDatabase>`
    const { activity, activities } = read(bytes(text))
    expect(activities.map(({ start }) => start)).toEqual([Date.UTC(2026, 0, 1, 0, 30), Date.UTC(2026, 0, 1, 0, 10)])
    expect(activity).toMatchObject({
      start: Date.UTC(2026, 0, 1, 0, 10),
      sessions: [
        { sport: 'running', start: 0, firstLap: 0 },
        { sport: 'cycling', start: 1200, firstLap: 1 },
      ],
      laps: [{ start: 0 }, { start: 1200 }],
    })
    expect([...(activity?.samples.time ?? [])]).toEqual([0, 5, 9, 1200, 1205, 1209])
    expect([...(activity?.samples.distance ?? [])]).toEqual([0, 15, 27, 27, 42, 54])
  })
})
