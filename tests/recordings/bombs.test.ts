import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readArchive } from '../../packages/formats/src/archive/read.ts'
import { joined, zipOf, type ZipEntry } from '../../packages/formats/src/archive/zip.arbitrary.ts'
import { readRecording } from '../../packages/formats/src/recording.ts'

/** Seconds of the processor that no bomb may take: on a busy machine it may stand longer. */
const LONGEST_SECONDS = 3

const encoder = new TextEncoder()
const bytes = (text: string): Uint8Array => new Uint8Array(encoder.encode(text))
const tcx = (inside: string): Uint8Array => bytes(`<TrainingCenterDatabase>${inside}</TrainingCenterDatabase>`)
const gpx = (inside: string): Uint8Array => bytes(`<gpx><trk><trkseg>${inside}</trkseg></trk></gpx>`)
const POINT = '<trkpt lat="50.1" lon="8.2"><time>2026-01-01T00:00:00Z</time></trkpt>'
const LAP = '<Lap StartTime="2026-01-01T00:00:00Z"><TotalTimeSeconds>1</TotalTimeSeconds></Lap>'

const timed = <Value>(read: () => Value): Value => {
  const start = process.cpuUsage()
  const value = read()
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1e6).toBeLessThan(LONGEST_SECONDS)
  return value
}

const entities = (name: string, inside: string): string => `<?xml version="1.0"?><!DOCTYPE ${name} [${inside}]>`
const LAUGHS =
  '<!ENTITY a "ha">' +
  'bcdefghij'.replace(
    /./g,
    (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`,
  )

describe('bombs of text', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['200,000 elements in one another', () => tcx('<a>'.repeat(200_000)), 'too-deep'],
    ['the same in GPX, closed', () => gpx('<a>'.repeat(200_000) + '</a>'.repeat(200_000)), 'too-deep'],
    ['a million points', () => gpx('<trkpt lat="1" lon="2"/>'.repeat(1_000_000)), 'too-many-messages'],
    ['250,000 points with times', () => gpx(POINT.repeat(250_000)), 'too-many-messages'],
    [
      'trackpoints by the million',
      () =>
        tcx(
          `<Activities><Activity><Lap><Track>${'<Trackpoint><Time/><Cadence>1</Cadence></Trackpoint>'.repeat(400_000)}`,
        ),
      'too-many-messages',
    ],
    [
      '200,000 laps',
      () => tcx(`<Activities><Activity Sport="Running">${LAP.repeat(200_000)}</Activity></Activities>`),
      'too-many-laps',
    ],
    ['a million tracks', () => bytes(`<gpx>${'<trk/>'.repeat(1_000_000)}</gpx>`), 'too-many-messages'],
    [
      'workouts by the million',
      () => tcx(`<Workouts>${'<Workout><Step/></Workout>'.repeat(500_000)}</Workouts>`),
      'too-many-messages',
    ],
    ['500,000 numbers of characters', () => gpx(`<name>${'&#65;'.repeat(500_000)}</name>`), 'oversized-text'],
    ['the same in an attribute', () => bytes(`<gpx creator="${'&#x41;'.repeat(500_000)}"/>`), 'oversized-text'],
    ['an attribute of 20 MB', () => bytes(`<gpx creator="${'x'.repeat(20_000_000)}"/>`), 'oversized-text'],
    ['CDATA by the million', () => gpx(`<name>${'<![CDATA[x]]>'.repeat(1_000_000)}</name>`), 'oversized-text'],
    ['a document type', () => bytes('<!DOCTYPE gpx><gpx/>'), 'doctype'],
    ['a billion laughs', () => bytes(`${entities('gpx', LAUGHS)}<gpx><trk><name>&j;</name></trk></gpx>`), 'doctype'],
    [
      'quadratic entities',
      () =>
        bytes(
          `${entities('gpx', `<!ENTITY a "${'a'.repeat(100_000)}">`)}<gpx><name>${'&a;'.repeat(100_000)}</name></gpx>`,
        ),
      'doctype',
    ],
    [
      'an entity of another file',
      () => bytes(`${entities('gpx', '<!ENTITY a SYSTEM "file:///etc/passwd">')}<gpx><name>&a;</name></gpx>`),
      'doctype',
    ],
    [
      'a parameter entity of another machine',
      () =>
        bytes(
          `${entities('TrainingCenterDatabase', '<!ENTITY % a SYSTEM "http://localhost/a.dtd"> %a;')}<TrainingCenterDatabase/>`,
        ),
      'doctype',
    ],
    [
      'the same in UTF-16',
      () =>
        Uint8Array.from(
          '\uFEFF<!DOCTYPE gpx [<!ENTITY a "b">]><gpx/>'
            .split('')
            .flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
        ),
      'doctype',
    ],
    ['26 MB of blanks', () => bytes(`<gpx>${' '.repeat(26_000_000)}</gpx>`), 'too-large'],
    ['JSON with 200,000 brackets in one another', () => bytes('['.repeat(200_000)), 'too-deep'],
    ['JSON with millions of empty lists', () => bytes(`[${'[],'.repeat(8_000_000)}[]]`), 'too-many-messages'],
    ['a table of a million rows', () => bytes(`time,hr\n${'1,2\n'.repeat(1_000_000)}`), 'too-many-messages'],
    ['a cell of 20 MB', () => bytes(`time,hr\n1,"${'x'.repeat(20_000_000)}"`), 'oversized-text'],
    ['a cell of quotes', () => bytes(`time,hr\n1,"${'""'.repeat(10_000_000)}"`), 'oversized-text'],
    ['a row of commas', () => bytes(`time,hr\n${','.repeat(20_000_000)}`), 'too-many-columns'],
    [
      'attributes by the million',
      () => bytes(`<gpx ${Array.from({ length: 1_000_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`),
      'oversized-text',
    ],
    ['one attribute again and again', () => bytes(`<gpx ${'a="1" '.repeat(1_000_000)}/>`), 'oversized-text'],
    ['elements by the million', () => gpx('<a/>'.repeat(5_000_000)), 'too-many-messages'],
    ['zeros', () => new Uint8Array(20_000_000), 'empty'],
  ])('%s: refused by name, at once', (_, made, code) => {
    const bomb = made()
    const result = timed(() => readRecording(bomb))
    expect(!result.ok && result.fault.code).toBe(code)
  })

  test.each<[string, () => Uint8Array]>([
    ['20 MB of blanks before the declaration', () => bytes(`${' '.repeat(20_000_000)}<?xml version="1.0"?><gpx/>`)],
    ['20 MB of blanks inside', () => gpx(' '.repeat(20_000_000) + POINT)],
    ['comments by the million', () => gpx('<!-- a -->'.repeat(2_000_000) + POINT)],
    ['a million ampersands', () => gpx(`<name>${'&'.repeat(1_000_000)}</name>`)],
    ['CDATA that never ends, a million times', () => gpx(`&${'<![CDATA['.repeat(1_000_000)}`)],
    ['zeros with a sign behind', () => bytes(`${'\0'.repeat(5_000_000)}<gpx/>`)],
    ['signs with zeros between', () => gpx(`<name>${'a\0'.repeat(1_000_000)}</name>`)],
    ['damage on every point', () => gpx('<trkpt lat="1" lon=2/>'.repeat(500_000))],
    ['starts that never end', () => gpx('<trkpt '.repeat(2_000_000))],
    ['ends without starts', () => gpx('</trkpt>'.repeat(2_000_000))],
    ['names by the million', () => gpx(Array.from({ length: 500_000 }, (_, index) => `<n${index}/>`).join(''))],
    ['segments by the million', () => gpx(`${POINT}</trkseg>${'<trkseg/>'.repeat(1_000_000)}<trkseg>`)],
    ['quotes that open and never close', () => bytes(`time,hr\n${'1,"a'.repeat(4_000_000)}`)],
  ])('%s: read or refused at once', (_, made) => {
    const bomb = made()
    timed(() => readRecording(bomb))
  })
})

const MEGABYTE = 1_000_000
const zeros = (size: number): Uint8Array => new Uint8Array(size)
const readAll = (zip: Uint8Array): readonly string[] =>
  timed(() =>
    [...readArchive(zip, 'bomb')].map((verdict) => (verdict.kind === 'refused' ? verdict.code : verdict.kind)),
  )

const PART = new Uint8Array(gzipSync('a'))

describe('bombs of archives', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['gzip of 1,000 to 1', () => new Uint8Array(gzipSync(zeros(200 * MEGABYTE))), 'bomb'],
    ['gzip in gzip', () => new Uint8Array(gzipSync(gzipSync(zeros(20 * MEGABYTE)))), 'nested-archive'],
    [
      'gzip of 40 parts',
      () => joined(Array.from({ length: 40 }, () => new Uint8Array(gzipSync(zeros(MEGABYTE))))),
      'bomb',
    ],
    ['gzip of 100,000 parts', () => joined(Array.from({ length: 100_000 }, () => PART)), 'bomb'],
    ['a ZIP archive of 1,000 to 1', () => zipOf([{ name: 'a.fit', contents: zeros(24 * MEGABYTE) }]), 'bomb'],
  ])('%s: refused by name, at once', (_, made, code) => {
    const bomb = made()
    const result = timed(() => readRecording(bomb))
    expect(!result.ok && result.fault.code).toBe(code)
  })

  test('archives in archives, as 42.zip has them', () => {
    let zip = zipOf([{ name: 'a.fit', contents: zeros(MEGABYTE) }])
    for (let level = 0; level < 6; level++)
      zip = zipOf(Array.from({ length: 16 }, (_, index) => ({ name: `lib ${index}.zip`, contents: zip })))
    expect(new Set(readAll(zip))).toEqual(new Set(['nested-archive']))
    const hidden = zipOf([{ name: 'run.fit', contents: zip }])
    expect(readAll(hidden)).toEqual(['nested-archive'])
  })

  test('entries that share one kernel of data', () => {
    const data = new Uint8Array(deflateRawSync(zeros(20 * MEGABYTE)))
    const kernel: ZipEntry = { name: '0.fit', contents: zeros(0), size: 20 * MEGABYTE, crc: 0, data }
    const others = Array.from({ length: 2_000 }, (_, index): ZipEntry => ({
      ...kernel,
      name: `${index + 1}.fit`,
      at: 0,
      data: zeros(0),
      packed: data.length,
    }))
    expect(new Set(readAll(zipOf([kernel, ...others])))).toEqual(new Set(['overlap']))
  })

  test('100,000 entries, with a directory or without', () => {
    const contents = zeros(0)
    const entries = Array.from({ length: 6_000 }, (_, index) => ({ name: `${index}`, contents, method: 0 }))
    expect(readAll(zipOf(entries))).toEqual(['too-many-entries'])
    const one = zipOf([{ name: 'a', contents, method: 0 }]).subarray(0, 31)
    expect(readAll(joined(Array.from({ length: 100_000 }, () => one)))).toEqual(['too-many-entries'])
  })

  test('sizes that lie', () => {
    const contents = bytes('time,hr\n1,100\n2,101\n'.repeat(1000))
    expect(readAll(zipOf([{ name: 'a.csv', contents, size: 10 }]))).toEqual(['wrong-size'])
    expect(readAll(zipOf([{ name: 'a.csv', contents: zeros(24 * MEGABYTE), size: 100 }]))).toEqual(['bomb'])
    expect(readAll(zipOf([{ name: 'a.csv', contents, size: 0xffffffff }]))).toEqual(['too-large'])
    expect(readAll(zipOf([{ name: 'a.csv', contents, packed: 0xffffffff }]))).toEqual(['truncated'])
  })

  test('many entries, each just not a bomb: at most what an archive may come to', () => {
    const text =
      'time,hr\n' + Array.from({ length: 100_000 }, (_, row) => `${row},${100 + ((row * 7919) % 97)}`).join('\n')
    const contents = bytes(`${text}\nx,${'y'.repeat(100)}`)
    const entry = { contents, data: new Uint8Array(deflateRawSync(contents)) }
    const zip = zipOf(Array.from({ length: 40 }, (_, index) => ({ name: `${index}.csv`, ...entry })))
    const options = { limits: { archive: { bytes: contents.length * 5 } } }
    const codes = timed(() =>
      [...readArchive(zip, 'a', options)].map((verdict) => (verdict.kind === 'refused' ? verdict.code : verdict.kind)),
    )
    expect(codes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'recording'))
    expect(new Set(codes.slice(5))).toEqual(new Set(['too-large']))
  })
})
