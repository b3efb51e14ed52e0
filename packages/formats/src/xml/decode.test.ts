import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../fit/recorded.ts'
import { decodeXml } from './decode.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf16 = (text: string, big = false): Uint8Array =>
  Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = character.charCodeAt(0)
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8]
    }),
  )
const joined = (...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

const decode = (bytes: Uint8Array): readonly [text: string, codes: readonly string[]] => {
  const problems: Problem[] = []
  return [decodeXml(bytes, problems), problems.map(({ code }) => code)]
}

const characters = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x17f }), fc.integer({ min: 0, max: 0x10ffff })), { maxLength: 300 })
  .map((codes) => String.fromCodePoint(...codes))

const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>`

describe('the text of XML files', () => {
  test.each([
    ['plain', utf8('<gpx/>')],
    ['with a declaration', utf8(`${declared('UTF-8')}<gpx/>`)],
    ['blanks before the declaration', utf8(`\n\r\n \t${declared('utf-8')}<gpx/>`)],
    ['a byte order mark', joined([0xef, 0xbb, 0xbf], utf8(`${declared('UTF-8')}<gpx/>`))],
    ['a mark and blanks', joined([0xef, 0xbb, 0xbf], utf8(`\n${declared('UTF-8')}<gpx/>`))],
    ['UTF-16, little', joined([0xff, 0xfe], utf16(`${declared('UTF-16')}<gpx/>`))],
    ['UTF-16, big', joined([0xfe, 0xff], utf16(`${declared('UTF-16')}<gpx/>`, true))],
    ['UTF-16 without a mark', utf16(`${declared('UTF-16')}<gpx/>`)],
    ['zeros behind', joined(utf8('<gpx/>'), new Uint8Array(40))],
  ])('%s', (_, bytes) => expect(decode(bytes)).toEqual(['<gpx/>', []]))

  test('one byte a letter where the declaration says so', () =>
    expect(decode(latin(`${declared('ISO-8859-1')}<name>M\xFCnchen \x96</name>`))).toEqual([
      '<name>München –</name>',
      [],
    ]))

  test('what contradicts its declaration is named', () => {
    expect(decode(utf8(`${declared('utf-16')}<gpx/>`))).toEqual(['<gpx/>', ['bad-header']])
    expect(decode(utf8(`${declared('ISO-8859-1')}<n>München</n>`))).toEqual(['<n>München</n>', ['bad-header']])
    expect(decode(latin(`${declared('UTF-8')}<n>M\xFCnchen</n>`))).toEqual(['<n>München</n>', ['bad-text']])
    expect(decode(latin(`${declared('koi8-r')}<n>\xCD\xCF</n>`))).toEqual(['<n>ÍÏ</n>', ['bad-text']])
  })

  test('a single wrong byte among right ones', () =>
    expect(decode(joined(utf8('<n>äöü'), [0xff], utf8('</n>')))).toEqual(['<n>äöü\uFFFD</n>', ['bad-text']]))

  test('control characters and stray ampersands stand for themselves', () => {
    expect(decode(utf8('<n>a\u0001b\u0000c</n>'))).toEqual(['<n>a\uFFFDb\uFFFDc</n>', ['bad-text']])
    expect(decode(utf8('<n>Tom & Jerry &copy; &#65; &#x42; &amp;</n>'))).toEqual([
      '<n>Tom &amp; Jerry &amp;copy; &#65; &#x42; &amp;</n>',
      ['bad-text'],
    ])
    expect(decode(utf8('<n><![CDATA[Tom & Jerry]]> &lt;</n>'))).toEqual(['<n><![CDATA[Tom & Jerry]]> &lt;</n>', []])
  })

  test('any text comes back from UTF-8', () => {
    fc.assert(
      fc.property(characters, (text) => {
        const clean = text.replace(/[\0-\x1F&<\uD800-\uDFFF\uFEFF\uFFFD-\uFFFF]/gu, '')
        expect(decode(utf8(`<n>${clean}</n>`))).toEqual([`<n>${clean}</n>`, []])
      }),
    )
  })

  test('any bytes at all give a text', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof decode(bytes)[0] === 'string'))
  })
})
