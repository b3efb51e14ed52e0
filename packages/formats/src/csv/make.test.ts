import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCsv } from './make.ts'

/** Reads RFC 4180 as a strict reader does: CRLF, doubled quotes, the same number of cells in each row. */
const read = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (at >= text.length) throw new Error('a quote is left open')
        cell += text[at] ?? ''
        if (text[at] === '"') at++
      }
      at++
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n') throw new Error('a bare quote or line end')
        cell += text[at++] ?? ''
      }
    }
    rows.at(-1)?.push(cell)
    if (text[at] === ',') at++
    else if (text.startsWith('\r\n', at)) {
      at += 2
      if (at < text.length) rows.push([])
    } else throw new Error(`${text.slice(at, at + 5)} after a cell`)
  }
  return rows
}

describe('comma-separated text', () => {
  test('quotes what needs it, doubles quotes, ends lines by CRLF', () => {
    expect(makeCsv(['a', 'b'], [['x, "y"', 'two\nlines']])).toBe('a,b\r\n"x, ""y""","two\nlines"\r\n')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('%j is no formula', (text) => {
    expect(read(makeCsv(['a'], [[text]]))[1]).toEqual([`'${text}`])
  })

  test('numbers stay numbers, unknown stays empty', () => {
    expect(makeCsv(['a', 'b', 'c'], [[-2.5, 0, null]])).toBe('a,b,c\r\n-2.5,0,\r\n')
  })

  test('any text comes back, but for the apostrophe before what would be a formula', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '@', '-', ' ', 'a') }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const [, ...back] = read(makeCsv(['a', 'b'], rows))
        const plain = (text: string): string => text.toWellFormed()
        expect(back.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/, '')))).toEqual(
          rows.map((row) => row.map(plain)),
        )
        for (const row of back) for (const text of row) expect(text).not.toMatch(/^[=+\-@\t\r\n]/)
      }),
    )
  })
})
