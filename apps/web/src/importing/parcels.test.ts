import { describe, expect, test } from 'vitest'
import { MOST_RECORDING, sortOut } from './parcels.ts'

const gathered = (name: string, size: number) => {
  const file = new File([], name)
  Object.defineProperty(file, 'size', { value: size })
  return { name, file }
}

describe('what goes out in one request', () => {
  test('nothing is lost and nothing comes twice', () => {
    const all = Array.from({ length: 1234 }, (_, index) => gathered(`${index}.fit`, index * 1000))
    const { parcels, tooLarge, tooLong } = sortOut(all)
    expect(parcels.flat()).toEqual(all)
    expect(parcels.every((parcel) => parcel.length <= 500)).toBe(true)
    expect([...tooLarge, ...tooLong]).toEqual([])
  })

  test('a recording that is too large stays behind, an archive of that size goes', () => {
    const large = gathered('run.fit', MOST_RECORDING + 1)
    const archive = gathered('all.zip', MOST_RECORDING + 1)
    const { parcels, tooLarge } = sortOut([large, archive])
    expect(tooLarge).toEqual([large])
    expect(parcels).toEqual([[archive]])
  })

  test('a name that nobody could read stays behind', () => {
    const long = gathered(`${'a'.repeat(300)}.fit`, 10)
    expect(sortOut([long])).toEqual({ parcels: [], tooLarge: [], tooLong: [long] })
  })
})
