// The part of d3-scale that the charts use; its own types are not among the dependencies.
declare module 'd3-scale' {
  interface Continuous {
    (value: number): number
    domain(ends: readonly [number, number]): this
    range(ends: readonly [number, number]): this
    nice(count?: number): this
    ticks(count?: number): readonly number[]
  }
  interface Band {
    (value: number): number | undefined
    domain(values: readonly number[]): this
    range(ends: readonly [number, number]): this
    paddingInner(share: number): this
    bandwidth(): number
  }
  export const scaleLinear: () => Continuous
  export const scaleLog: () => Continuous
  export const scaleBand: () => Band
}
