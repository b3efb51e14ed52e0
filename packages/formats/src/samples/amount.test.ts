import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountIn } from './amount.ts'

describe('numbers as devices write them', () => {
  test.each([
    ['0', 0],
    ['-3.5', -3.5],
    ['+4', 4],
    ['.5', 0.5],
    ['5.', 5],
    ['48.05249767', 48.05249767],
    ['-15.801629656925797', -15.801629656925797],
    [' 12 ', 12],
    ['12,5', 12.5],
    ['1e3', 1000],
    ['2.5E-2', 0.025],
    ['49.483556114137172698974609375', Number('49.483556114137172698974609375')],
    ['0007', 7],
  ])('%s', (text, amount) => expect(amountIn(text)).toBe(amount))

  test.each([
    '',
    ' ',
    '-',
    '.',
    '-.',
    '1.2.3',
    '1,2,3',
    '0x10',
    '1e999',
    '99999999999',
    'NaN',
    'Infinity',
    '--1',
    '1 2',
    '12abc',
    '１２',
  ])('no amount: %s', (text) => expect(amountIn(text)).toBeNaN())

  test('are what the platform reads in them', () => {
    const digits = fc.integer({ min: 0, max: 999_999_999 })
    fc.assert(
      fc.property(digits, digits, fc.integer({ min: 0, max: 9 }), fc.boolean(), (whole, part, length, negative) => {
        const text = `${negative ? '-' : ''}${whole}.${String(part).padStart(9, '0').slice(0, length)}`
        expect(amountIn(text)).toBe(Number(text))
      }),
      { numRuns: 2000 },
    )
  })
})
