import { deflateRawSync, gzipSync } from 'node:zlib'
import { joined, zipOf, type ZipEntry } from '../../packages/formats/src/archive/zip.arbitrary.ts'
import type { Bomb } from '../../packages/formats/src/fit/bombs.arbitrary.ts'

// Files that cost a careless reader its memory or its time, and the names that they are refused by.

const encoder = new TextEncoder()
export const bytes = (text: string): Uint8Array => new Uint8Array(encoder.encode(text))
const tcx = (inside: string): Uint8Array => bytes(`<TrainingCenterDatabase>${inside}</TrainingCenterDatabase>`)
export const gpx = (inside: string): Uint8Array => bytes(`<gpx><trk><trkseg>${inside}</trkseg></trk></gpx>`)
export const POINT = '<trkpt lat="50.1" lon="8.2"><time>2026-01-01T00:00:00Z</time></trkpt>'
const LAP = '<Lap StartTime="2026-01-01T00:00:00Z"><TotalTimeSeconds>1</TotalTimeSeconds></Lap>'

const entities = (name: string, inside: string): string => `<?xml version="1.0"?><!DOCTYPE ${name} [${inside}]>`
const LAUGHS =
  '<!ENTITY a "ha">' +
  'bcdefghij'.replace(
    /./g,
    (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`,
  )

export const TEXT_BOMBS: readonly Bomb[] = [
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
]

const MEGABYTE = 1_000_000
const zeros = (size: number): Uint8Array => new Uint8Array(size)
const PART = new Uint8Array(gzipSync('a'))

/** Single recordings that were packed. */
export const PACKED_BOMBS: readonly Bomb[] = [
  ['gzip of 1,000 to 1', () => new Uint8Array(gzipSync(zeros(200 * MEGABYTE))), 'bomb'],
  ['gzip in gzip', () => new Uint8Array(gzipSync(gzipSync(zeros(20 * MEGABYTE)))), 'nested-archive'],
  [
    'gzip of 40 parts',
    () => joined(Array.from({ length: 40 }, () => new Uint8Array(gzipSync(zeros(MEGABYTE))))),
    'bomb',
  ],
  ['gzip of 100,000 parts', () => joined(Array.from({ length: 100_000 }, () => PART)), 'bomb'],
  ['a ZIP archive of 1,000 to 1', () => zipOf([{ name: 'a.fit', contents: zeros(24 * MEGABYTE) }]), 'bomb'],
]

const nested = (): Uint8Array => {
  let zip = zipOf([{ name: 'a.fit', contents: zeros(MEGABYTE) }])
  for (let level = 0; level < 6; level++)
    zip = zipOf(Array.from({ length: 16 }, (_, index) => ({ name: `lib ${index}.zip`, contents: zip })))
  return zip
}

const overlapping = (): Uint8Array => {
  const data = new Uint8Array(deflateRawSync(zeros(20 * MEGABYTE)))
  const kernel: ZipEntry = { name: '0.fit', contents: zeros(0), size: 20 * MEGABYTE, crc: 0, data }
  const others = Array.from({ length: 2_000 }, (_, index): ZipEntry => ({
    ...kernel,
    name: `${index + 1}.fit`,
    at: 0,
    data: zeros(0),
    packed: data.length,
  }))
  return zipOf([kernel, ...others])
}

const manyEntries = (): Uint8Array =>
  zipOf(Array.from({ length: 6_000 }, (_, index) => ({ name: `${index}`, contents: zeros(0), method: 0 })))

const withoutDirectory = (): Uint8Array => {
  const one = zipOf([{ name: 'a', contents: zeros(0), method: 0 }]).subarray(0, 31)
  return joined(Array.from({ length: 100_000 }, () => one))
}

const TABLE = bytes('time,hr\n1,100\n2,101\n'.repeat(1000))

/** Archives of which every file is refused by the same name. */
export const ARCHIVE_BOMBS: readonly Bomb[] = [
  ['archives in archives, as 42.zip has them', nested, 'nested-archive'],
  ['the same under the name of a recording', () => zipOf([{ name: 'run.fit', contents: nested() }]), 'nested-archive'],
  ['entries that share one kernel of data', overlapping, 'overlap'],
  ['6,000 entries', manyEntries, 'too-many-entries'],
  ['100,000 entries without a directory', withoutDirectory, 'too-many-entries'],
  ['a size that is stated too small', () => zipOf([{ name: 'a.csv', contents: TABLE, size: 10 }]), 'wrong-size'],
  [
    'the same with a bomb behind it',
    () => zipOf([{ name: 'a.csv', contents: zeros(24 * MEGABYTE), size: 100 }]),
    'bomb',
  ],
  ['a size of 4 GB', () => zipOf([{ name: 'a.csv', contents: TABLE, size: 0xffffffff }]), 'too-large'],
  ['4 GB of packed data', () => zipOf([{ name: 'a.csv', contents: TABLE, packed: 0xffffffff }]), 'truncated'],
  ['a name that leads out', () => zipOf([{ name: '../../a.csv', contents: TABLE }]), 'bad-name'],
  ['a name from the root', () => zipOf([{ name: '/etc/a.csv', contents: TABLE }]), 'bad-name'],
  ['a name with a zero', () => zipOf([{ name: 'a.csv\0.fit', contents: TABLE }]), 'bad-name'],
  ['a name written backwards', () => zipOf([{ name: 'a\u202Evsc.fit', contents: TABLE }]), 'bad-name'],
  ['a name of a device', () => zipOf([{ name: 'CON.csv', contents: TABLE }]), 'bad-name'],
  ['a link', () => zipOf([{ name: 'a.csv', contents: bytes('/etc/passwd'), mode: 0o120777 }]), 'symlink'],
]
