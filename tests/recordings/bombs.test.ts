import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readArchive } from '../../packages/formats/src/archive/read.ts'
import { zipOf } from '../../packages/formats/src/archive/zip.arbitrary.ts'
import { readRecording } from '../../packages/formats/src/recording.ts'
import { ARCHIVE_BOMBS, bytes, gpx, PACKED_BOMBS, POINT, TEXT_BOMBS } from './bombs.ts'

/** Seconds of the processor that no bomb may take: on a busy machine it may stand longer. */
const LONGEST_SECONDS = 3

const timed = <Value>(read: () => Value): Value => {
  const start = process.cpuUsage()
  const value = read()
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1e6).toBeLessThan(LONGEST_SECONDS)
  return value
}

describe('bombs of text', () => {
  test.each(TEXT_BOMBS)('%s: refused by name, at once', (_, made, code) => {
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

const readAll = (zip: Uint8Array): readonly string[] =>
  timed(() =>
    [...readArchive(zip, 'bomb')].map((verdict) => (verdict.kind === 'refused' ? verdict.code : verdict.kind)),
  )

describe('bombs of archives', () => {
  test.each(PACKED_BOMBS)('%s: refused by name, at once', (_, made, code) => {
    const bomb = made()
    const result = timed(() => readRecording(bomb))
    expect(!result.ok && result.fault.code).toBe(code)
  })

  test.each(ARCHIVE_BOMBS)('%s: refused by name, at once', (_, made, code) => {
    expect(new Set(readAll(made()))).toEqual(new Set([code]))
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
