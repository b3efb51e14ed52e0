import { describe, expect, test } from 'vitest'
import type { Problem } from '../fit/recorded.ts'
import { TEXT_LIMITS } from '../samples/limits.ts'
import { readXml } from './read.ts'
import type { XmlReader } from './stretch.ts'

/** Writes down what it is told: `<a x=1`, `a=text`, `!a` for what is lost. */
const listener = (told: string[]): XmlReader => ({
  open: (name, attributes) => {
    told.push([`<${name}`, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' '))
    return undefined
  },
  close: (name, text, parent) => {
    told.push(`${parent}/${name}=${text.trim()}`)
    return undefined
  },
  lose: (name) => told.push(`!${name}`),
  resumeAt: { point: 'track', track: 'root', root: '' },
})

const read = (text: string, limits = {}) => {
  const told: string[] = []
  const problems: Problem[] = []
  const refused = readXml(text, listener(told), { ...TEXT_LIMITS, ...limits }, problems)
  return { told: told.join(' '), codes: problems.map(({ code }) => code), at: problems.map(({ at }) => at), refused }
}
const codesOf = (text: string): readonly string[] => read(text).codes

describe('XML that is sound', () => {
  test('elements by their names without prefix, with their texts', () =>
    expect(read('<root v="1"><a:track><point>1<b/>2&amp;3<![CDATA[<4>]]></point></a:track></root>').told).toBe(
      '<root v=1 <track <point <b point/b= track/point=2&3<4> root/track= /root=',
    ))

  test('comments, instructions and blanks outside are nothing', () => {
    const { told, codes } = read('<!-- <point> --><?pi?>\n<root><!-- --></root>\n<!-- end -->\n')
    expect([told, codes]).toEqual(['<root /root=', []])
  })

  test('an attribute that comes twice and a wrong number of a character do no harm', () =>
    expect(codesOf('<root a="1" a="2">&#0;]]></root>')).toEqual([]))
})

describe('XML that is cut off', () => {
  const whole = '<root><track><point>1</point><point>2</point></track></root>'

  test('at every place: what was closed is told, what was open is lost, the end is named', () => {
    for (let length = 1; length < whole.length; length++) {
      const { told, codes } = read(whole.slice(0, length))
      const closed = whole.slice(0, length).match(/<\/point>/g)?.length ?? 0
      expect(told.match(/track\/point=/g)?.length ?? 0).toBe(closed)
      expect(codes).toEqual(['truncated'])
      expect(told.match(/<\w/g)?.length ?? 0).toBe(
        (told.match(/\/\w+=/g)?.length ?? 0) + (told.match(/!/g)?.length ?? 0),
      )
    }
  })

  test('inside-out, the innermost first', () =>
    expect(read('<root><track><point>1').told).toBe('<root <track <point !point !track !root'))
})

describe('XML that is damaged', () => {
  test.each([
    ['an end tag with another name', '<root><track><point>1</pxint><point>2</point></track></root>', '2'],
    ['an end tag lost', '<root><track><point><a>1</point><point>2</point></track></root>', '2'],
    ['a start tag lost', '<root><track>1</point><point>2</point></track></root>', '2'],
    ['half a tag', '<root><track><poi<point>2</point></track></root>', '2'],
    ['an attribute without a value', '<root><track><point a>1</point><point>2</point></track></root>', '2'],
    ['a sign in a name', '<root><track><po#int>1</point><point>2</point></track></root>', '2'],
    ['the end of the track lost', '<root><track><point>1</point></root><track><point>2</point></track></root>', '1 2'],
    ['the head lost', 'x y"><track><point>2</point></track></root>', '2'],
    ['words before the root', 'HTTP/1.1 200 OK\n\n<root><track><point>2</point></track></root>', '2'],
  ])('%s: read on where it makes sense again', (_, text, points) => {
    const { told, codes } = read(text)
    expect([...told.matchAll(/track\/point=(\S*)/g)].map(([, point]) => point).join(' ')).toBe(points)
    expect(codes).toContain('lost-sync')
  })

  test('a point that is not closed is not told, though the next tag closes it for the parser', () =>
    expect(read('<root><track><point>1<a></track><track><point>2</point></track></root>').told).not.toContain(
      'point=1',
    ))

  test('elements above the place are open again, those that were missing for the first time', () =>
    expect(read('<r#ot><point>2</point></track></root>').told).toBe(
      '<root <track <point track/point=2 root/track= /root=',
    ))

  test('where the damage is, by character', () => expect(read('<root><track><point>1</pxint>').at[0]).toBe(29))

  test('nothing after it makes sense: named once', () => {
    expect(codesOf('no XML at all')).toEqual(['lost-sync'])
    expect(codesOf('<root><track></point>')).toEqual(['lost-sync'])
  })

  test('something after the end', () => {
    expect(read('<root/>more').codes).toEqual(['trailing-bytes'])
    expect(read('<root/><root/>').told).toBe('<root /root=')
  })

  test('so much damage is not read on for ever', () => {
    const { codes, told } = read('<root><track>' + '<point>1</x>'.repeat(100_000))
    expect(new Set(codes)).toEqual(new Set(['lost-sync']))
    expect(told.length).toBeLessThan(10_000)
  })
})

describe('XML that is refused', () => {
  test.each([
    ['a document type', '<!DOCTYPE root><root/>', 'doctype'],
    ['one in small letters', '<!doctype root [<!ENTITY a "aa">]><root>&a;</root>', 'doctype'],
    ['one far behind', `<root>${' '.repeat(100_000)}<!DOCTYPE a></root>`, 'doctype'],
    ['too many levels', '<a>'.repeat(65), 'too-deep'],
    ['a long attribute', `<root a="${'x'.repeat(8193)}"/>`, 'oversized-text'],
    ['a long text', `<root>${'x'.repeat(65_537)}</root>`, 'oversized-text'],
    ['a long text in pieces', `<root>${'<![CDATA[xxxxxxxx]]>'.repeat(10_000)}</root>`, 'oversized-text'],
  ])('%s', (_, text, code) => expect(read(text).refused?.code).toBe(code))

  test('what is just within the limits is not', () => {
    expect(read('<a>'.repeat(64)).refused).toBeUndefined()
    expect(
      read(`<root a="${'x'.repeat(8192)}">${'x'.repeat(65_536)}${' '.repeat(100_000)}<a/></root>`).refused?.code,
    ).toBe('oversized-text')
    expect(read(`<root>${' '.repeat(1_000_000)}<a/>${' '.repeat(100_000)}</root>`).refused).toBeUndefined()
  })

  test('what the reader refuses ends the reading there', () => {
    const problems: Problem[] = []
    const told: string[] = []
    const reader = { ...listener(told), open: (): Problem => ({ code: 'too-many-laps', message: 'enough' }) }
    expect(readXml('<root><track/></root>', reader, TEXT_LIMITS, problems)?.code).toBe('too-many-laps')
    expect(told).toEqual([])
  })
})
