import { describe, expect, test } from 'vitest'
import { BASE_TYPE } from './base-type.ts'
import { parseFit } from './parse.ts'
import { MESSAGE } from './profile.ts'
import type { Activity } from './recorded.ts'
import { descriptionShape, MORNING, RECORD_SHAPE, shapeOf, wideShape, writeRun } from './small-files.arbitrary.ts'
import {
  fitFile,
  writeCompressed,
  writeMessage,
  type DeveloperFieldShape,
  type MessageShape,
  type Writer,
} from './writer.ts'

/** The first definition follows the header. */
const FIRST_DEFINITION = 14

const recorded = (write: (writer: Writer) => void): Activity => {
  const result = parseFit(fitFile(write))
  if (!result.ok || !result.value.activity) throw new Error('nothing recorded')
  return result.value.activity
}

describe('columns of the samples', () => {
  test('what no record measured has no column', () => {
    const { samples } = recorded((writer) => writeMessage(writer, 0, RECORD_SHAPE, [MORNING, undefined, undefined]))
    expect(samples.distance).toBeUndefined()
    expect(samples.heartRate).toBeUndefined()
  })

  test('a gap in a column is NaN, and so is what another layout leaves out', () => {
    const { samples } = recorded((writer) => {
      writeMessage(writer, 0, RECORD_SHAPE, [MORNING, 100, 120])
      writeMessage(writer, 0, RECORD_SHAPE, [MORNING + 1, undefined, 121])
      writeMessage(writer, 1, shapeOf(20, [253, BASE_TYPE.uint32], [7, BASE_TYPE.uint16]), [MORNING + 2, 300])
    })
    expect([...(samples.distance ?? [])]).toEqual([1, NaN, NaN])
    expect([...(samples.power ?? [])]).toEqual([NaN, NaN, 300])
  })

  test('the enhanced field wins over the plain one, which fills in where it is missing', () => {
    const both = shapeOf(20, [73, BASE_TYPE.uint32], [253, BASE_TYPE.uint32], [6, BASE_TYPE.uint16])
    const { samples } = recorded((writer) => {
      writeMessage(writer, 0, both, [4321, MORNING, 4000])
      writeMessage(writer, 0, both, [undefined, MORNING + 1, 4100])
    })
    expect([...(samples.speed ?? [])]).toEqual([4.321, 4.1])
  })

  test('any number type is read for a field, as devices choose them', () => {
    const types = [BASE_TYPE.uint8, BASE_TYPE.uint16, BASE_TYPE.sint32, BASE_TYPE.float32, BASE_TYPE.float64]
    const { samples } = recorded((writer) => {
      for (const [index, type] of types.entries())
        writeMessage(writer, index, shapeOf(20, [253, BASE_TYPE.uint32], [3, type]), [MORNING + index, 140 + index])
    })
    expect([...(samples.heartRate ?? [])]).toEqual([140, 141, 142, 143, 144])
  })

  test.each([true, false])('numbers of eight bytes, low byte first: %s', (little) => {
    const distance = [0x39, 0x30, 0, 0, 1, 0, 0, 0]
    const bytes = fitFile((writer) => {
      const shape = wideShape(MESSAGE.record, [[5, 8, BASE_TYPE.byte]])
      writeMessage(writer, 0, shape, [little ? distance : distance.toReversed()])
    }, little)
    // Written as eight bytes, and declared to be one number.
    bytes[FIRST_DEFINITION + 8] = BASE_TYPE.uint64
    const result = parseFit(bytes)
    expect(result.ok && result.value.activity?.samples.distance?.[0]).toBe((2 ** 32 + 12_345) / 100)
  })

  test('a text where a number belongs is not read', () => {
    const text: MessageShape = {
      message: MESSAGE.record,
      fields: [{ field: { number: 3, scale: 1, offset: 0 }, baseType: BASE_TYPE.string, size: 4 }],
    }
    expect(recorded((writer) => writeMessage(writer, 0, text, ['142'])).samples.heartRate).toBeUndefined()
  })

  test('cadence has its fraction, and half steps are kept', () => {
    const shape = shapeOf(20, [253, BASE_TYPE.uint32], [53, BASE_TYPE.uint8], [4, BASE_TYPE.uint8])
    const { samples } = recorded((writer) => {
      writeMessage(writer, 0, shape, [MORNING, 64, 88])
      writeMessage(writer, 0, shape, [MORNING + 1, undefined, 89])
    })
    expect([...(samples.cadence ?? [])]).toEqual([88.5, 89])
  })

  test('a repeated time is no step back', () => {
    const { problems } = recorded((writer) => {
      writeMessage(writer, 0, RECORD_SHAPE, [MORNING, 0, 120])
      writeMessage(writer, 0, RECORD_SHAPE, [MORNING, 0, 121])
    })
    expect(problems.map(({ code }) => code)).toEqual(['no-session'])
  })

  test('a place that is not on Earth is named', () => {
    const shape = shapeOf(20, [253, BASE_TYPE.uint32], [0, BASE_TYPE.sint32], [1, BASE_TYPE.sint32])
    const { samples, problems } = recorded((writer) => {
      writeMessage(writer, 0, shape, [MORNING, 600_000_000, 100_000_000])
      writeMessage(writer, 0, shape, [MORNING + 1, 1_900_000_000, 100_000_000])
    })
    expect(samples.latitude?.[0]).toBeCloseTo(50.29, 2)
    expect(problems).toContainEqual(expect.objectContaining({ code: 'impossible-position', sample: 1 }))
  })
})

describe('packed speed and distance', () => {
  const shape: MessageShape = {
    message: MESSAGE.record,
    fields: [{ field: { number: 8, scale: 1, offset: 0 }, baseType: BASE_TYPE.byte, size: 3 }],
  }
  /** Speed in hundredths, distance in sixteenths of a metre, twelve bits each. */
  const packed = (speed: number, sixteenths: number): readonly number[] => {
    const bits = speed | ((sixteenths % 4096) << 12)
    return [bits & 0xff, (bits >> 8) & 0xff, bits >> 16]
  }

  test('the distance goes on where its twelve bits run over', () => {
    const { samples } = recorded((writer) => {
      for (let second = 0; second <= 200; second++)
        writeCompressed(writer, 0, shape, MORNING + second, [packed(400, second * 64)])
    })
    expect(samples.distance?.at(-1)).toBe(800)
    expect(samples.speed?.every((speed) => speed === 4)).toBe(true)
  })

  test('all bits set is not measured', () => {
    const { samples } = recorded((writer) => {
      writeMessage(writer, 0, shape, [packed(400, 64)])
      writeMessage(writer, 0, shape, [[0xff, 0xff, 0xff]])
    })
    expect([...(samples.distance ?? [])]).toEqual([4, NaN])
  })
})

describe('times in the header', () => {
  test('count on from the last time of any message, over each turn of the five bits', () => {
    const untimed = shapeOf(20, [3, BASE_TYPE.uint8])
    const { samples } = recorded((writer) => {
      writeMessage(writer, 3, shapeOf(MESSAGE.event, [253, BASE_TYPE.uint32], [0, BASE_TYPE.enum]), [MORNING + 100, 9])
      for (const second of [101, 120, 131, 162, 193]) writeCompressed(writer, 0, untimed, MORNING + second, [120])
    })
    expect([...samples.time]).toEqual([0, 19, 30, 61, 92])
  })

  test('an event without a field for it has the time of its header', () => {
    const { events } = recorded((writer) => {
      writeRun(writer, 5)
      writeCompressed(writer, 0, shapeOf(MESSAGE.event, [0, BASE_TYPE.enum], [1, BASE_TYPE.enum]), MORNING + 7, [9, 1])
    })
    expect(events).toEqual([{ kind: 'lap', time: 7 }])
  })
})

describe('developer fields', () => {
  const field = (number: number, baseType: number, size: number): DeveloperFieldShape => ({
    field: { number, scale: 1, offset: 0 },
    baseType,
    size,
    developer: 0,
  })
  const withField = (baseType: number, size: number): MessageShape => ({
    ...RECORD_SHAPE,
    developer: [field(0, baseType, size)],
  })
  const described = (writer: Writer, baseType: number, name = 'Form Power'): void =>
    writeMessage(writer, 9, descriptionShape(name, 'W'), [0, 0, baseType, name, 'W'])

  test('become columns under their names', () => {
    const { samples } = recorded((writer) => {
      described(writer, BASE_TYPE.uint16)
      writeMessage(writer, 0, withField(BASE_TYPE.uint16, 2), [MORNING, 0, 120, 71])
    })
    expect(samples.developer).toEqual([{ name: 'Form Power', unit: 'W', values: Float64Array.of(71) }])
  })

  test('may be described after the layout that has them', () => {
    const { samples } = recorded((writer) => {
      const shape = withField(BASE_TYPE.uint16, 2)
      writeMessage(writer, 0, shape, [MORNING, 0, 120, 70])
      described(writer, BASE_TYPE.uint16)
      writeMessage(writer, 0, shape, [MORNING + 1, 0, 120, 71])
    })
    expect(samples.developer.map(({ values }) => [...values])).toEqual([[NaN, 71]])
  })

  test('without a description, or of another size than described, are passed over', () => {
    const { samples } = recorded((writer) => {
      writeMessage(writer, 0, withField(BASE_TYPE.uint16, 2), [MORNING, 0, 120, 70])
      described(writer, BASE_TYPE.uint32)
      writeMessage(writer, 0, withField(BASE_TYPE.uint16, 2), [MORNING + 1, 0, 120, 71])
    })
    expect(samples.count).toBe(2)
    expect(samples.developer).toEqual([])
  })

  test('more than the limit are named', () => {
    const { samples, problems } = recorded((writer) => {
      for (let number = 0; number < 40; number++)
        writeMessage(writer, 9, descriptionShape('x', 'W'), [0, number, BASE_TYPE.uint8, 'x', 'W'])
      const developer = Array.from({ length: 40 }, (_, number) => field(number, BASE_TYPE.uint8, 1))
      const values = Array.from({ length: 40 }, (_, number) => number)
      writeMessage(writer, 0, { ...RECORD_SHAPE, developer }, [MORNING, 0, 120, ...values])
    })
    expect(samples.developer).toHaveLength(32)
    expect(problems.map(({ code }) => code)).toContain('too-many-columns')
  })
})

describe('heart beats', () => {
  test('RR intervals stand at the last time that was stated', () => {
    const shape: MessageShape = {
      message: MESSAGE.hrv,
      fields: [{ field: { number: 0, scale: 1, offset: 0 }, baseType: BASE_TYPE.uint16, size: 10 }],
    }
    const { beats } = recorded((writer) => {
      writeMessage(writer, 0, RECORD_SHAPE, [MORNING, 0, 120])
      writeMessage(writer, 0, RECORD_SHAPE, [MORNING + 3, 0, 120])
      writeMessage(writer, 1, shape, [[812, 806]])
    })
    expect(beats).toEqual({ count: 2, interval: Float64Array.of(0.812, 0.806), time: Float64Array.of(3, 3) })
  })

  /** Beats every 512 ticks (half a second) from the anchor on, eight to a message, twelve bits each. */
  const packedTimes = (first: number): readonly number[] =>
    Array.from({ length: 4 }, (_, pair) => {
      const [low, high] = [(first + 1024 * pair) % 4096, (first + 1024 * pair + 512) % 4096]
      return [low & 0xff, (low >> 8) | ((high & 0x0f) << 4), high >> 4]
    }).flat()

  test('what a strap remembered fills the samples without a heart rate', () => {
    const anchor = shapeOf(
      MESSAGE.hr,
      [253, BASE_TYPE.uint32],
      [9, BASE_TYPE.uint32],
      [0, BASE_TYPE.uint16],
      [6, BASE_TYPE.uint8],
    )
    const packed = wideShape(MESSAGE.hr, [
      [6, 8, BASE_TYPE.uint8],
      [10, 12, BASE_TYPE.byte],
    ])
    const { samples } = recorded((writer) => {
      for (let second = 0; second < 12; second++)
        writeMessage(writer, 0, RECORD_SHAPE, [MORNING + second, 0, second === 5 ? 99 : undefined])
      writeMessage(writer, 1, anchor, [MORNING, 10_000, 16_384, 130])
      for (const message of [0, 1]) {
        const first = 10_512 + message * 4096
        writeMessage(writer, 2, packed, [
          Array.from({ length: 8 }, (_, beat) => 131 + message * 8 + beat),
          packedTimes(first),
        ])
      }
    })
    // Anchored half a second after the first sample: beats at 0.5, 1.0, 1.5, ... s.
    expect([...(samples.heartRate ?? [])]).toEqual([NaN, 131, 133, 135, 137, 99, 141, 143, 145, 146, 146, 146])
  })
})

describe('texts', () => {
  test('that are not UTF-8 are read as Latin-1, and it is said', () => {
    const shape = wideShape(MESSAGE.workout, [[8, 6, BASE_TYPE.byte]])
    const bytes = fitFile((writer) => {
      writeMessage(writer, 0, shape, [Array.from('Café\0\0', (letter) => letter.charCodeAt(0))])
      writeMessage(writer, 1, shapeOf(MESSAGE.workoutStep, [254, BASE_TYPE.uint16]), [0])
    })
    // The field is a text: only its letters were written as bytes.
    bytes[FIRST_DEFINITION + 8] = BASE_TYPE.string
    const result = parseFit(bytes)
    expect(result.ok && result.value.workout?.name).toBe('Café')
    expect(result.ok && result.value.problems.map(({ code }) => code)).toContain('bad-text')
  })
})
