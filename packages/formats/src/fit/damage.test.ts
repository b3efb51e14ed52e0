import { describe, expect, test } from 'vitest'
import { parseFit, type FitFile, type FitOptions } from './parse.ts'
import type { Activity, ProblemCode } from './recorded.ts'
import {
  FILE_ID_SHAPE,
  joined,
  LAP_SHAPE,
  MORNING,
  patched,
  RECORD_SHAPE,
  run,
  shapeOf,
  withChecksum,
  writeRun,
} from './small-files.arbitrary.ts'
import { fitFile, writeMessage } from './writer.ts'

const read = (bytes: Uint8Array, options?: FitOptions): FitFile => {
  const result = parseFit(bytes, options)
  if (!result.ok) throw new Error(result.fault.message)
  return result.value
}
const recorded = (bytes: Uint8Array, options?: FitOptions): Activity => {
  const { activity } = read(bytes, options)
  if (!activity) throw new Error('nothing recorded')
  return activity
}
const codes = (bytes: Uint8Array, options?: FitOptions): ProblemCode[] =>
  read(bytes, options).problems.map(({ code }) => code)
const refusal = (bytes: Uint8Array): ProblemCode | undefined => {
  const result = parseFit(bytes)
  return result.ok ? undefined : result.fault.code
}

const HEADER = 14
const sound = run()
/** First byte of the record of so many seconds. */
const recordAt = (second: number): number => {
  const idBytes = 6 + 2 * 3 + 4
  return HEADER + idBytes + 6 + 3 * 3 + second * 10
}

describe('what is not a FIT file is refused by name', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['a few bytes', Uint8Array.of(14, 0x20, 0, 0)],
    ['a text', new TextEncoder().encode('<?xml version="1.0"?><gpx></gpx>')],
    ['zeros', new Uint8Array(1000)],
  ])('%s', (_, bytes) => expect(refusal(bytes)).toBe('not-recognised'))

  test('a FIT file with neither a recording nor a workout', () => {
    expect(refusal(fitFile((writer) => writeMessage(writer, 0, FILE_ID_SHAPE, [2, 1])))).toBe('empty')
  })
  test('more bytes than the limit', () => {
    expect(refusal(new Uint8Array(10_000_001))).toBe('too-large')
  })
})

describe('a sound file', () => {
  test('has no problems', () => {
    expect(read(sound).problems).toEqual([])
    expect(recorded(sound).samples.count).toBe(11)
    expect(recorded(sound).samples.distance?.at(-1)).toBe(40)
  })
  test('may lie anywhere in a larger buffer', () => {
    const buffer = joined(new Uint8Array(7), sound, new Uint8Array(9))
    expect(recorded(buffer.subarray(7, 7 + sound.length))).toEqual(recorded(sound))
  })
  test('may have a header of twelve bytes', () => {
    const short = joined(Uint8Array.of(12, ...sound.subarray(1, 12)), sound.subarray(HEADER))
    expect(recorded(withChecksum(short)).problems).toEqual([])
  })
  test('is not changed by being read', () => {
    const before = sound.slice()
    read(sound)
    expect(sound).toEqual(before)
  })
})

describe('a damaged file gives what is recoverable', () => {
  test('a wrong checksum: everything', () => {
    const bytes = patched(sound, sound.length - 1, (sound.at(-1) ?? 0) ^ 1)
    expect(codes(bytes)).toEqual(['crc'])
    expect(recorded(bytes).samples.count).toBe(11)
  })

  test('cut anywhere: every record before the cut, and it is said', () => {
    const named = new Set<ProblemCode>()
    for (let length = recordAt(1); length < sound.length; length++) {
      const cut = read(sound.subarray(0, length))
      const whole = Math.min(11, Math.floor((length - recordAt(0)) / 10))
      expect(cut.activity?.samples.count).toBe(whole)
      expect(cut.problems[0]?.code).toBe('truncated')
      for (const { code } of cut.problems) named.add(code)
    }
    expect([...named].toSorted()).toEqual(['no-session', 'truncated'])
  })

  test('the header of a watch that died says 0 bytes: read to the end', () => {
    const bytes = patched(sound, 4, 0, 0, 0, 0, ...sound.subarray(8, 12), 0, 0)
    expect(codes(bytes)).toEqual(['bad-header'])
    expect(recorded(bytes).sessions).toHaveLength(1)
  })
  test('the header says too little: read on', () => {
    const bytes = patched(sound, 4, 100, 0)
    expect(codes(bytes)).toContain('bad-header')
    expect(recorded(bytes).samples.count).toBe(11)
    expect(recorded(bytes).sessions).toHaveLength(1)
  })
  test('the header says too much: read what is there', () => {
    const bytes = patched(sound, 4, 0, 2)
    expect(codes(bytes)).toContain('truncated')
    expect(recorded(bytes).sessions).toHaveLength(1)
  })
  test('the header has a length of its own', () => {
    const bytes = patched(sound, 0, 99)
    expect(codes(bytes)).toContain('bad-header')
    expect(recorded(bytes).samples.count).toBe(11)
  })
  test('the header lost its letters, but its sizes fit', () => {
    const bytes = patched(sound, 8, 0x20)
    expect(codes(bytes)).toContain('bad-header')
    expect(recorded(bytes).samples.count).toBe(11)
  })
  test('the checksum of the header is wrong', () => {
    const bytes = withChecksum(patched(sound, 12, (sound[12] ?? 0) ^ 0xff))
    expect(codes(bytes)).toEqual(['bad-header'])
  })

  test('a message that nothing defines: all before it', () => {
    const bytes = withChecksum(patched(sound, recordAt(4), 0x0b))
    expect(codes(bytes)).toEqual(['undefined-local-type', 'lost-sync', 'no-session'])
    expect(recorded(bytes).samples.count).toBe(4)
  })
  test('a definition with a byte order that does not exist', () => {
    const bytes = withChecksum(patched(sound, recordAt(0) - 13, 7))
    expect(refusal(bytes)).toBe('bad-definition')
  })
  test('something after the end', () => {
    const bytes = joined(sound, new TextEncoder().encode('and a note by the shop that repaired it'))
    expect(codes(bytes)).toEqual(['trailing-bytes'])
    expect(recorded(bytes).samples.count).toBe(11)
  })
})

describe('beyond damage, when asked for', () => {
  const long = run(300)
  test('a message that nothing defines costs itself', () => {
    const bytes = withChecksum(patched(long, recordAt(100), 0x0b))
    const activity = recorded(bytes, { beyondDamage: true })
    expect(activity.samples.count).toBe(300)
    expect(activity.sessions).toHaveLength(1)
    expect(activity.problems.map(({ code }) => code)).toEqual(['undefined-local-type', 'lost-sync'])
  })
  test.each([1, 2, 3, 4, 5])('%i lost bytes cost the record that they were in, and a neighbour', (lost) => {
    const bytes = withChecksum(joined(long.subarray(0, recordAt(100) + 3), long.subarray(recordAt(100) + 3 + lost)))
    const activity = recorded(bytes, { beyondDamage: true })
    expect(activity.samples.count).toBeGreaterThanOrEqual(299)
    expect(activity.samples.time.at(-1)).toBe(300)
    expect(activity.samples.time.every((time) => time >= 0 && time <= 300)).toBe(true)
    expect(activity.sessions).toHaveLength(1)
  })
  test('noise in the middle costs what it covers', () => {
    const noise = Array.from({ length: 500 }, (_, index) => (index * 151 + 77) & 0xff)
    const bytes = withChecksum(patched(long, recordAt(100), ...noise))
    const { samples } = recorded(bytes, { beyondDamage: true })
    const good = samples.time.filter((time, row) => samples.distance?.[row] === 4 * time)
    expect(good.length).toBeGreaterThanOrEqual(245)
  })
  test('a leap of the clock is no damage', () => {
    const leap = fitFile((writer) => {
      for (let second = 0; second < 100; second++) {
        const time = MORNING + second + (second < 50 ? 0 : 1_000_000)
        writeMessage(writer, 1, RECORD_SHAPE, [time, 400 * second, 120])
      }
    })
    expect(recorded(leap, { beyondDamage: true })).toEqual(recorded(leap))
  })
  test('nothing that makes sense follows: all before it', () => {
    const bytes = withChecksum(
      patched(long, recordAt(100), ...Array.from({ length: long.length - recordAt(100) }, () => 0x0f)),
    )
    expect(recorded(bytes, { beyondDamage: true }).samples.count).toBe(100)
  })
})

describe('files of several parts', () => {
  const second = fitFile((writer) => {
    writeMessage(writer, 0, RECORD_SHAPE, [MORNING + 20, 8000, 150])
    writeMessage(writer, 5, LAP_SHAPE, [MORNING + 10, 10])
  })
  test('are read as one', () => {
    const { samples, laps } = recorded(joined(sound, second))
    expect(samples.count).toBe(12)
    expect(laps.map(({ start }) => start)).toEqual([0, 10])
  })
  test('each part has its own definitions', () => {
    const undefinedThere = fitFile((writer) => {
      writer.shapes[1] = RECORD_SHAPE
      writeMessage(writer, 1, RECORD_SHAPE, [MORNING + 20, 8000, 150])
    })
    expect(codes(joined(sound, undefinedThere))).toEqual(['undefined-local-type', 'lost-sync'])
  })
  test('a second part without a header leaves the first whole', () => {
    const bytes = joined(sound, patched(second, 4, 1, 2, 3, 4, 0, 0, 0, 0))
    expect(recorded(bytes).samples.count).toBe(11)
    expect(codes(bytes)).toEqual(['trailing-bytes'])
  })
  test('a second part without data leaves the first whole', () => {
    const bytes = joined(
      sound,
      fitFile(() => {}),
    )
    expect(recorded(bytes).samples.count).toBe(11)
    expect(codes(bytes)).toEqual([])
  })
  test('damage in the first part does not touch the second', () => {
    const bytes = joined(withChecksum(patched(sound, recordAt(4), 0x0b)), second)
    expect(recorded(bytes).samples.count).toBe(5)
  })
})

describe('what the clock did is named and left as it is', () => {
  const at = (...seconds: readonly number[]): Uint8Array =>
    fitFile((writer) => {
      for (const [index, second] of seconds.entries())
        writeMessage(writer, 1, RECORD_SHAPE, [second < 0 ? 0xffffffff : MORNING + second, index, 120])
    })

  test('a sample older than the one before', () => {
    const { samples, problems } = recorded(at(0, 1, 2, 1, 2, 3))
    expect([...samples.time]).toEqual([0, 1, 2, 1, 2, 3])
    expect(problems).toContainEqual(expect.objectContaining({ code: 'time-backwards', sample: 3, seconds: -1 }))
  })
  test('a leap of days', () => {
    const { samples, problems } = recorded(at(0, 1, 1_000_000, 1_000_001))
    expect(samples.time.at(-1)).toBe(1_000_001)
    expect(problems).toContainEqual(expect.objectContaining({ code: 'clock-jump', sample: 2, seconds: 999_999 }))
  })
  test('a leap of an hour that the elapsed time of the session does not contain', () => {
    const bytes = fitFile((writer) => {
      writeRun(writer, 100)
      for (let second = 3701; second < 3800; second++)
        writeMessage(writer, 1, RECORD_SHAPE, [MORNING + second, 400, 120])
    })
    const leap = recorded(withoutFirstSession(bytes)).problems.find(({ code }) => code === 'clock-jump')
    expect(leap).toMatchObject({ sample: 101, seconds: 3601 })
  })
  test('a pause of an hour is no leap', () => {
    expect(recorded(at(0, 1, 3601, 3602)).problems.map(({ code }) => code)).toEqual(['no-session'])
  })
  test('samples without a time', () => {
    const { samples, problems } = recorded(at(0, -1, 2))
    expect([...samples.time]).toEqual([0, NaN, 2])
    expect(problems.map(({ code }) => code)).toContain('no-times')
  })
  test('a device that did not know the date', () => {
    const bytes = fitFile((writer) => writeMessage(writer, 1, RECORD_SHAPE, [5000, 0, 120]))
    expect(recorded(bytes).start).toBeNull()
    expect(codes(bytes)).toContain('no-date')
  })
})

/** The session of a run says 100 s; the file above spans 3,799 s of which 3,600 are the clock's. */
const withoutFirstSession = (bytes: Uint8Array): Uint8Array => {
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 4 < bytes.length; at++)
    if (view.getUint32(at, true) === 100_000) view.setUint32(at, 199_000, true)
  return withChecksum(bytes)
}

test('problems of one kind are listed fifty times at most', () => {
  const bytes = fitFile((writer) => {
    for (let index = 0; index < 1000; index++) writeMessage(writer, 1, RECORD_SHAPE, [MORNING - index, 0, 120])
  })
  expect(recorded(bytes).problems.filter(({ code }) => code === 'time-backwards')).toHaveLength(50)
})

test('a record with fields that are not read counts as a sample', () => {
  const bytes = fitFile((writer) => writeMessage(writer, 0, shapeOf(20, [253, 0x86], [200, 0x02]), [MORNING, 3]))
  expect(recorded(bytes).samples).toMatchObject({ count: 1 })
})
