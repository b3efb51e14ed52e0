import { rowsOf, type Draft } from './draft.ts'
import { DEVICE_INFO, FILE_ID, MAKERS, MESSAGE, type Field } from './profile.ts'
import type { Device } from './recorded.ts'
import { numberIn, textIn, type Row } from './row.ts'
import { stated } from './stated.ts'

/** Number of the device that wrote the file among those that took part. */
const CREATOR = 0

const firstNumber = (rows: readonly (readonly [Row | undefined, Field])[]): number | undefined =>
  rows.map(([row, field]) => numberIn(row, field)).find((value) => value !== undefined)

/** The device that wrote the file, from its first line; undefined where it does not say. */
export const deviceOf = (draft: Draft): Device | undefined => {
  const [file] = rowsOf(draft, MESSAGE.fileId)
  const creator = rowsOf(draft, MESSAGE.deviceInfo).find((row) => numberIn(row, DEVICE_INFO.index) === CREATOR)
  const maker = firstNumber([
    [file, FILE_ID.manufacturer],
    [creator, DEVICE_INFO.manufacturer],
  ])
  const device: Device = stated({
    maker: maker === undefined ? undefined : (MAKERS[maker] ?? `maker ${maker}`),
    product: firstNumber([
      [file, FILE_ID.product],
      [creator, DEVICE_INFO.product],
    ]),
    name: textIn(file, FILE_ID.productName) ?? textIn(creator, DEVICE_INFO.productName),
  })
  return Object.keys(device).length > 0 ? device : undefined
}
