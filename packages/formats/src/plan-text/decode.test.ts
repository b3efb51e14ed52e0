import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { decodeText, MOST_TEXT_BYTES } from './decode.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, order: 'little' | 'big', mark = true): Uint8Array => {
  const marked = mark ? `\uFEFF${text}` : text
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), order === 'little')
  return bytes
}
const textOf = (bytes: Uint8Array): string => {
  const decoded = decodeText(bytes)
  return decoded.ok ? decoded.value.text : `refused: ${decoded.fault.code}`
}
const rulesOf = (bytes: Uint8Array): readonly string[] => {
  const decoded = decodeText(bytes)
  return decoded.ok ? decoded.value.findings.map(({ rule, level }) => `${rule} ${level}`) : []
}
const faultOf = (bytes: Uint8Array): string => {
  const decoded = decodeText(bytes)
  return decoded.ok ? 'read' : `${decoded.fault.code}: ${decoded.fault.message}`
}

const PAGE = 'Week 1\nMon – 8 miles, 6 × 100 m; naïve café 🏃\n'

describe('text in its encodings', () => {
  test.each([
    ['UTF-8', bytesOf(PAGE)],
    ['UTF-8 with a mark', bytesOf(`\uFEFF${PAGE}`)],
    ['UTF-16 little-endian', utf16(PAGE, 'little')],
    ['UTF-16 big-endian', utf16(PAGE, 'big')],
  ])('%s', (_name, bytes) => {
    expect(textOf(bytes)).toBe(PAGE)
    expect(rulesOf(bytes)).toEqual([])
  })

  test('UTF-16 without a mark is told by its zeros, and said', () => {
    expect(textOf(utf16('Week 1\nMon: 8 miles easy\n', 'little', false))).toBe('Week 1\nMon: 8 miles easy\n')
    expect(textOf(utf16('Week 1\nMon: 8 miles easy\n', 'big', false))).toBe('Week 1\nMon: 8 miles easy\n')
    expect(rulesOf(utf16('Week 1\nMon: 8 miles easy\n', 'big', false))).toEqual(['encoding note'])
  })

  test('bytes of Windows are read as such, with a finding', () => {
    const bytes = Uint8Array.from([
      ...bytesOf('Mon '),
      0x96,
      ...bytesOf(' 8 km, 2'),
      0xbd,
      ...bytesOf(' min '),
      0x93,
      0x94,
    ])
    expect(textOf(bytes)).toBe('Mon – 8 km, 2½ min “”')
    expect(rulesOf(bytes)).toEqual(['encoding note'])
  })

  test('a damaged byte among sound UTF-8 does not turn the rest into another alphabet', () => {
    const bytes = Uint8Array.from([...bytesOf('é – ×'), 0xff, ...bytesOf(' ok')])
    expect(textOf(bytes)).toBe('é – ×\uFFFD ok')
    expect(rulesOf(bytes)).toEqual(['encoding warning'])
  })

  test.each([
    ['overlong', [0xc0, 0xaf]],
    ['surrogate', [0xed, 0xa0, 0x80]],
    ['above the last', [0xf5, 0x80, 0x80, 0x80]],
    ['cut', [0xe2, 0x82]],
  ])('UTF-8 that is %s is not taken', (_name, wrong) => {
    const decoded = decodeText(Uint8Array.from([...bytesOf('é é é é é '), ...wrong]))
    expect(decoded.ok && decoded.value.text).toBe(`é é é é é ${'\uFFFD'.repeat(wrong.length)}`)
  })

  test('every text comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (said) => {
        const text = `x${said.replaceAll('\0', '')}`
        expect(textOf(bytesOf(text))).toBe(text.isWellFormed() ? text : text.toWellFormed())
        expect(textOf(utf16(text, 'little'))).toBe(text)
      }),
    )
  })

  test('any bytes are read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => decodeText(bytes).ok || faultOf(bytes).length > 20),
    )
  })

  test('control characters are said once', () => {
    expect(rulesOf(bytesOf('Mon: 8\u0007 miles\u0001'))).toEqual(['encoding note'])
  })
})

describe('what is no text is refused by name', () => {
  const zip = (name: string): Uint8Array =>
    Uint8Array.from([0x50, 0x4b, 3, 4, ...Array.from<number>({ length: 26 }).fill(0), ...bytesOf(name)])
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(0), /^empty: .*Paste/],
    ['a mark only', bytesOf('\uFEFF'), /^empty/],
    ['blanks', bytesOf(' \n\t\n'), /^empty/],
    ['zeros', new Uint8Array(64), /^binary: .*binary data/],
    ['a zip', zip('notes.txt'), /^binary: .*ZIP/],
    ['Word', zip('word/document.xml'), /^binary: .*Word.*plain text/],
    ['Excel', zip('xl/workbook.xml'), /^binary: .*Excel.*CSV/],
    ['PDF', bytesOf('%PDF-1.7\n'), /^binary: .*PDF/],
    ['PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /^binary: .*PNG/],
    ['FIT', Uint8Array.from([14, 32, 0, 0, 0, 0, 0, 0, ...bytesOf('.FIT'), 0, 0]), /^binary: .*FIT.*review/],
    ['too much', new Uint8Array(MOST_TEXT_BYTES + 1).fill(65), /^too large: .*1 MB/],
  ])('%s', (_name, bytes, message) => {
    expect(faultOf(bytes)).toMatch(message)
  })

  test('just 1 MB is read', () => {
    expect(textOf(new Uint8Array(MOST_TEXT_BYTES).fill(65)).length).toBe(MOST_TEXT_BYTES)
    expect(textOf(new Uint8Array(MOST_TEXT_BYTES).fill(10)).length).toBe(MOST_TEXT_BYTES)
  })
})
