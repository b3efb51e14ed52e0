import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { zipOf, type ZipEntry } from './zip.arbitrary.ts'
import { readRecording } from '../recording.ts'
import type { KnownRun } from './known-runs.ts'
import { readArchive, type ArchiveVerdict } from './read.ts'

const encoder = new TextEncoder()
const csv = (seconds: number): Uint8Array =>
  encoder.encode(
    `time,hr\n${Array.from({ length: seconds }, (_, second) => `${second},${100 + (second % 7)}`).join('\n')}`,
  )
const entry = (name: string, more: Partial<ZipEntry> = {}): ZipEntry => ({ name, contents: csv(20), ...more })

const verdicts = (bytes: Uint8Array, options = {}): readonly ArchiveVerdict[] => [
  ...readArchive(bytes, 'a.zip', options),
]
/** Each verdict in a word: how many samples, or the code. */
const words = (bytes: Uint8Array, options = {}): readonly (string | number | undefined)[] =>
  verdicts(bytes, options).map((verdict) => {
    if (verdict.kind === 'recording') return verdict.file.activity?.samples.count
    return verdict.kind === 'refused' ? verdict.code : verdict.kind
  })

describe('archives', () => {
  test('one verdict for each file, in their order, never stopping at a bad one', () => {
    const zip = zipOf([
      entry('a.csv'),
      entry('folder/', { contents: new Uint8Array() }),
      entry('broken.gpx', { contents: encoder.encode('<gpx>') }),
      entry('b.csv', { method: 0 }),
      entry('notes.txt', { contents: encoder.encode('good run') }),
      entry('photo.jpg'),
      entry('c.csv.gz', { contents: new Uint8Array(gzipSync(csv(30))) }),
      entry('no-extension', { contents: csv(5) }),
      entry('__MACOSX/._a.csv'),
    ])
    expect(words(zip)).toEqual([20, 'truncated', 20, 'passed over', 'passed over', 30, 5, 'passed over'])
    expect(verdicts(zip).map(({ name }) => name)).toEqual(expect.not.arrayContaining(['folder/']))
  })

  test('the same run again is told by name, in one archive and over several', () => {
    const run = (from: number): Uint8Array =>
      encoder.encode(
        `time,distance,hr\n${Array.from({ length: 300 }, (_, second) => `2026-05-01T06:${String(from + Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}Z,${3 * second},${100 + (second % 7)}`).join('\n')}`,
      )
    const known: KnownRun[] = []
    const zip = zipOf([
      entry('a.csv', { contents: run(0) }),
      entry('b.csv', { contents: run(20) }),
      entry('c.csv', { contents: run(0) }),
    ])
    const same = (bytes: Uint8Array): readonly (string | undefined)[] =>
      verdicts(bytes, { known }).map((verdict) => (verdict.kind === 'recording' ? verdict.sameAs?.name : verdict.kind))
    expect(same(zip)).toEqual([undefined, undefined, 'a.zip/a.csv'])
    expect(same(run(20))).toEqual(['a.zip/b.csv'])
    expect(same(run(40))).toEqual([undefined])
    expect(known).toHaveLength(3)
  })

  test('reading goes on behind a file that it was stopped at', () => {
    const zip = zipOf([entry('a.csv'), entry('folder/'), entry('b.csv'), entry('a.csv'), entry('c.csv')])
    const because = { code: 'too-slow', message: 'It took too long.' } as const
    expect(words(zip, { resumed: { from: 1, because } })).toEqual(['too-slow', 'duplicate-name', 20])
    expect(words(csv(7), { resumed: { from: 0, because } })).toEqual(['too-slow'])
  })

  test('nothing in it', () => expect(words(zipOf([]))).toEqual([]))

  test('what is no archive is a recording by itself', () => {
    expect(words(csv(7))).toEqual([7])
    expect(words(new Uint8Array(gzipSync(csv(7))))).toEqual([7])
    expect(verdicts(encoder.encode('hello'))).toMatchObject([
      { kind: 'refused', name: 'a.zip', code: 'not-recognised' },
    ])
  })

  test.each([
    ['a way out of the folder', '../a.csv'],
    ['one inside', 'x/../../a.csv'],
    ['one in the other slashes', 'x\\..\\a.csv'],
    ['the root', '/etc/a.csv'],
    ['a disk', 'C:\\a.csv'],
    ['a share', '\\\\server\\a.csv'],
    ['a zero', 'a.csv\0.exe'],
    ['a turned direction', 'a\u202Efdp.csv'],
    ['a line', 'a\nb.csv'],
    ['a device', 'CON.csv'],
    ['a device in a folder', 'x/lpt1'],
    ['a long name', `${'x'.repeat(260)}.csv`],
    ['nothing', ' '],
  ])('names with %s are refused', (_, name) => {
    expect(words(zipOf([entry(name), entry('b.csv')]))).toEqual(['bad-name', 20])
    expect(verdicts(zipOf([entry(name)]))[0]?.name).not.toMatch(/[\0\n\u202E]/)
  })

  test('names that were there before are refused, in whatever letters', () => {
    const zip = zipOf([entry('é.csv'), entry('E\u0301.CSV'), entry('b.csv'), entry('b.csv')])
    expect(words(zip)).toEqual([20, 'duplicate-name', 20, 'duplicate-name'])
  })

  test.each([
    ['a link', { mode: 0o120777 }, 'symlink'],
    ['a device', { mode: 0o060644 }, 'symlink'],
    ['encrypted', { flags: 1 }, 'encrypted'],
    ['strongly encrypted', { flags: 0x41 }, 'encrypted'],
    ['another way of packing', { method: 14 }, 'unknown-compression'],
    ['stated smaller than it is', { size: 20 }, 'wrong-size'],
    ['stated larger than it is', { size: 20_000 }, 'wrong-size'],
    ['stated larger than is read', { size: 2 ** 31 }, 'too-large'],
    ['sizes at odds with its own header', { ownSize: 10 }, 'wrong-size'],
    ['standing nowhere', { at: 3 }, 'bad-header'],
    ['standing behind the end', { at: 2 ** 30 }, 'bad-header'],
    ['larger than the archive', { packed: 100_000 }, 'truncated'],
    ['no recording whatever its name says', { name: 'a.gpx', contents: encoder.encode('hello') }, 'not-recognised'],
    ['an archive by its name', { name: 'a.zip' }, 'nested-archive'],
    ['an archive by its contents', { contents: zipOf([entry('b.csv')]) }, 'nested-archive'],
    ['packed twice more', { contents: new Uint8Array(gzipSync(gzipSync(csv(5)))) }, 'nested-archive'],
    ['packed in nonsense', { data: new Uint8Array(50).fill(0xff) }, 'lost-sync'],
  ])('an entry that is %s is refused', (_, more, code) => {
    expect(words(zipOf([entry('a.csv', more), entry('b.csv')]))).toEqual([code, 20])
  })

  test('a wrong checksum and cut data are named, and what came out is read', () => {
    const whole = new Uint8Array(deflateRawSync(csv(500)))
    const zip = zipOf([
      entry('a.csv', { crc: 1 }),
      entry('b.csv', { contents: csv(500), data: whole.subarray(0, whole.length - 60) }),
    ])
    const [crc, cut] = verdicts(zip)
    expect(crc).toMatchObject({ kind: 'recording', file: { problems: [{ code: 'crc' }, {}, {}] } })
    expect(cut).toMatchObject({
      kind: 'recording',
      file: { problems: expect.arrayContaining([expect.objectContaining({ code: 'truncated' })]) },
    })
    expect(crc?.kind === 'recording' && crc.file.activity?.problems).toEqual(
      crc?.kind === 'recording' && crc.file.problems,
    )
  })

  test('entries that share bytes are refused, all of them', () => {
    const zip = zipOf([
      entry('a.csv', { method: 0 }),
      entry('b.csv', { at: 0, ownName: 'a.csv', method: 0 }),
      entry('c.csv'),
    ])
    expect(words(zip)).toEqual(['overlap', 'overlap', 20])
  })

  test('an archive without its end: what is found without its directory', () => {
    const whole = zipOf([entry('a.csv'), entry('b.csv'), entry('c.csv', { contents: csv(300) })])
    const third = whole.length - 3 * 50
    for (const length of [whole.length - 30, third - 100]) {
      const found = verdicts(whole.subarray(0, length))
      expect(found.filter(({ kind }) => kind === 'recording').length).toBeGreaterThanOrEqual(2)
      expect(found.at(-1)).toMatchObject({ kind: 'refused', name: 'a.zip', code: 'truncated' })
    }
  })

  test('a directory that is not whole', () => {
    const found = verdicts(zipOf([entry('a.csv')], 3))
    expect(found).toMatchObject([{ kind: 'recording' }, { kind: 'refused', code: 'lost-sync' }])
  })

  test('too many entries, too much in all, too much in one', () => {
    const zip = zipOf([entry('a.csv'), entry('b.csv'), entry('c.csv')])
    const limits = (archive: object): object => ({ limits: { archive } })
    expect(words(zip, limits({ entries: 2 }))).toEqual(['too-many-entries'])
    expect(words(zip, limits({ bytes: csv(20).length * 2 }))).toEqual([20, 20, 'too-large'])
    expect(words(zip, limits({ entryBytes: 10 }))).toEqual(['too-large', 'too-large', 'too-large'])
    const zeros = zipOf([entry('a.csv', { contents: new Uint8Array(500_000) }), entry('b.csv')])
    expect(words(zeros, limits({ freeBytes: 1000 }))).toEqual(['bomb', 20])
  })
})

describe('archives through the door for one recording', () => {
  test('a single recording is read, whatever stands beside it', () => {
    const zip = zipOf([entry('a.csv'), entry('photo.jpg'), entry('__MACOSX/a.csv')])
    expect(readRecording(zip)).toMatchObject({ ok: true, value: { format: 'csv', packed: 'zip' } })
  })

  test.each([
    ['several recordings', [entry('a.csv'), entry('b.csv')], 'not-recognised'],
    ['none', [entry('photo.jpg')], 'not-recognised'],
    ['a way out', [entry('../a.csv')], 'bad-name'],
    ['an archive in it', [entry('a.csv', { contents: zipOf([]) })], 'nested-archive'],
    ['an encrypted one', [entry('a.csv', { flags: 1 })], 'encrypted'],
  ])('refused: %s', (_, entries, code) =>
    expect(readRecording(zipOf(entries), 'x.zip')).toMatchObject({ ok: false, fault: { code } }),
  )
})

describe('exports of Strava', () => {
  const HEADER =
    'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Relative Effort,Filename,Elapsed Time,Moving Time,Distance,Perceived Exertion'
  const table = (...rows: readonly string[]): Uint8Array => encoder.encode([HEADER, ...rows].join('\n'))
  const ONE = '1,"May 1, 2026, 12:05:06 AM","Easy, ""hot""",Trail Run,,60,0.20,,activities/1.csv.gz,61.0,59.0,201.5,4'
  const TYPED = '2,"May 2, 2026, 5:00:00 PM",Gym,Weight Training,,600,0,,,600,600,0,'
  const LOST = '3,"2. Mai 2026, 17:00:00",Weg,Run,,600,1,,activities/3.fit.gz,600,600,1000,'
  const run = entry('export/activities/1.csv.gz', { contents: new Uint8Array(gzipSync(csv(60))) })

  test('what the table tells is joined to the file that it names, wherever the table stands', () => {
    for (const first of [true, false]) {
      const rows = entry('export/activities.csv', { contents: table(ONE, TYPED, LOST) })
      const found = verdicts(zipOf(first ? [rows, run] : [run, rows]))
      expect(found.find(({ kind }) => kind === 'table')).toMatchObject({
        withoutFile: [{ id: '2' }, { id: '3' }],
        activities: [{}, { sport: 'training' }, { id: '3' }],
      })
      const recorded = found.find((verdict) => verdict.kind === 'recording')
      expect(recorded?.strava).toMatchObject({
        id: '1',
        name: 'Easy, "hot"',
        sport: 'running',
        subSport: 'trail',
        start: Date.UTC(2026, 4, 1, 0, 5, 6),
        elapsed: 61,
        moving: 59,
        distance: 201.5,
        perceivedExertion: 4,
        file: 'activities/1.csv.gz',
      })
      expect(recorded?.strava?.cells.get('Distance')).toBe('0.20')
      expect(recorded?.strava?.cells.get('Distance 2')).toBe('201.5')
      expect(recorded?.strava?.cells.has('Relative Effort')).toBe(false)
    }
  })

  test('dates in other languages are not guessed at', () => {
    const found = verdicts(zipOf([entry('activities.csv', { contents: table(LOST) })]))
    expect(found[0]).toMatchObject({ kind: 'table', activities: [{ id: '3', name: 'Weg' }] })
    expect(found[0]?.kind === 'table' && 'start' in (found[0].activities[0] ?? {})).toBe(false)
  })

  test('a table in another language is known by the files that it names', () => {
    const header = HEADER.replace('Activity ID', 'Aktivitäts-ID').replace('Filename', 'Dateiname')
    const contents = encoder.encode([header, ONE].join('\n'))
    expect(verdicts(zipOf([entry('activities.csv', { contents })]))[0]).toMatchObject({
      kind: 'table',
      activities: [{ id: '1', file: 'activities/1.csv.gz' }],
    })
  })
})
