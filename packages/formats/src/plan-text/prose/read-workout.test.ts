import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeWorkout } from '../notation/make-workout.ts'
import { parseWorkout } from '../notation/parse-workout.ts'
import { workoutArbitrary } from '../notation/workout.arbitrary.ts'
import { readAtoms } from './atoms.ts'
import { normalise } from './normalise.ts'
import { fillsTotal, meaning, render, style, told } from './prose.arbitrary.ts'
import { readWorkout } from './read-workout.ts'
import { tokenise } from './tokens.ts'

/** Pieces that prescriptions are made of, in any order: nearer to what can go wrong than random characters. */
const PIECES = [
  '5 x ',
  '400m',
  '8 miles',
  '20 min',
  '90s',
  '(',
  ')',
  ', ',
  '; ',
  ' + ',
  '\n',
  ' - ',
  '/',
  ' @ ',
  '5k',
  ' pace',
  'T',
  ' easy',
  ' jog',
  ' rest',
  ' with ',
  ' or ',
  'repeat 4 times',
  'warm up',
  'cool down',
  'strides',
  'between sets',
  'each',
  '1:30',
  '80%',
  'AM: ',
  'last ',
  'hills',
  '½',
  '2 x (',
  'x 3',
  'then ',
  'total',
  'squats 3 x 8',
  'a touch quicker than ',
  'miles 3-5 ',
  '8/12/16 min',
  'flying 20s',
  '[',
  ']',
  '*',
  'race',
  'every minute',
  'except after the 3rd 2 min',
  '\ud83d',
  '１２',
  '\u00a0',
  ':',
]
const jumble = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
)

describe('any text', () => {
  test('is read without a throw, with findings and unread stretches inside of it and in order', () => {
    fc.assert(
      fc.property(jumble, (text) => {
        const { findings, unread, workout } = readWorkout(text)
        for (const { from, to } of [...findings, ...unread]) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThanOrEqual(from)
          expect(to).toBeLessThanOrEqual(text.length)
        }
        for (const [index, span] of unread.entries())
          expect(span.from).toBeGreaterThanOrEqual(unread[index - 1]?.to ?? 0)
        makeWorkout(workout)
      }),
      { numRuns: 1000 },
    )
  })

  test('prints in the notation and reads back as it was understood', () => {
    fc.assert(
      fc.property(jumble, (text) => {
        const { workout } = readWorkout(text)
        expect(parseWorkout(makeWorkout(workout))).toEqual({ ok: true, value: workout })
      }),
      { numRuns: 1000 },
    )
  })

  test('keeps its length when look-alike characters are made one', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normalise(text).length === text.length))
  })

  test('is cut into pieces that cover every character but white space, once and in order', () => {
    fc.assert(
      fc.property(jumble, (text) => {
        const plain = normalise(text)
        let at = 0
        for (const { from, to } of readAtoms(tokenise(plain))) {
          expect(plain.slice(at, from).trim()).toBe('')
          expect(from).toBeGreaterThanOrEqual(at)
          at = to
        }
        expect(plain.slice(at).trim()).toBe('')
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the notation itself', () => {
  /** Below 100 a glued m is left to the reader of prose, which judges it by its use. */
  const hasSmallM = (text: string) => /(?:^|[^\d.])\d{1,2}(?:\.\d+)?m(?![a-z\d])/i.test(text)

  test('is read as it was written', () => {
    fc.assert(
      fc.property(workoutArbitrary(), (workout) => {
        const text = makeWorkout(workout)
        fc.pre(!hasSmallM(text) && text.length <= 2000 && /[a-z\d]/i.test(text))
        expect(readWorkout(text).workout).toEqual(workout)
      }),
    )
  })
})

describe('a word that means nothing here', () => {
  test('is in a cue or unread, wherever it stands', () => {
    fc.assert(
      fc.property(told, style, fc.nat(), (session, choices, place) => {
        const words = render(session, choices).split(' ')
        words.splice(place % (words.length + 1), 0, 'Zyzzyva')
        const text = words.join(' ')
        const { workout, unread } = readWorkout(text)
        const kept = JSON.stringify(workout) + unread.map(({ from, to }) => text.slice(from, to)).join(' ')
        expect([text, kept.includes('Zyzzyva')]).toEqual([text, true])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('one session in many words', () => {
  test('means the same in each of them', () => {
    fc.assert(
      fc.property(told, style, (session, choices) => {
        fc.pre(!fillsTotal(session))
        const text = render(session, choices)
        expect([text, makeWorkout(readWorkout(text).workout)]).toEqual([text, meaning(session)])
      }),
      { numRuns: 1000 },
    )
  })
})
