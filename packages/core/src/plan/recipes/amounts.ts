import { amountIn, type LongUnit } from '../../units/distance.ts'
import type { Distance } from '../../units/quantity.ts'
import type { Brief } from './brief.ts'
import { onGrid } from './volume.ts'

type Scale = Pick<Brief, 'unit' | 'grid'>

/** Rounds up to the grid. */
export const upToGrid = (amount: number, grid: number): number => -onGrid(-amount, grid)

/** A distance as an amount of the plan's unit, no shorter than it is. */
export const roomFor = (distance: Distance, { unit, grid }: Scale): number => upToGrid(amountIn(distance, unit), grid)

/** Shortest run worth the shoes: 3 km, 2 miles (convention). */
const SHORTEST: { readonly [Unit in LongUnit]: number } = { km: 3, mi: 2 }
export const shortestRun = ({ unit }: Scale): number => SHORTEST[unit]
