import { METRES_PER } from '@bell-lap/core'
import type uPlot from 'uplot'
import type { RepView } from '@bell-lap/server'
import type { Figures } from '../words/figures.ts'
import { t } from '../words/t.ts'

const HEIGHT_PX = 280
/** Slower than this is walking or standing: it would press the running into a line. */
const SLOWEST_MPS = 1.4

/** Whole minutes, and quarters of hours: a run is read on a watch. */
const TICKS_S = [60, 120, 300, 600, 900, 1800, 3600]

/** Speeds whose pace is a round figure, far enough apart to be read. */
const paceTicks = (low: number, high: number, metres: number): number[] => {
  const ticks: number[] = []
  for (let pace = 900; pace >= 120; pace -= 15) {
    const speed = metres / pace
    const near = ticks.at(-1)
    if (speed < low || speed > high || pace % 30 !== 0) continue
    if (near === undefined || speed - near > (high - low) / 7) ticks.push(speed)
  }
  return ticks
}

/** How the chart is drawn, in the colours that the page has now. */
export const optionsOf = (place: HTMLElement, reps: readonly RepView[], figures: Figures): uPlot.Options => {
  const style = getComputedStyle(place)
  const colour = (name: string): string => resolved(place, style.getPropertyValue(name))
  const [soft, hair, track, shade] = [colour('--soft'), colour('--hair'), colour('--track'), colour('--shade')]
  const font = '12px Archivo, sans-serif'
  const axis = { stroke: soft, font, grid: { stroke: hair, width: 1 }, ticks: { show: false } }
  return {
    width: place.clientWidth,
    height: HEIGHT_PX,
    cursor: { y: false, points: { size: 7 } },
    legend: { live: true },
    scales: {
      x: { time: false },
      pace: { range: (_chart, _low, high) => [SLOWEST_MPS, Math.max(high, SLOWEST_MPS + 1) * 1.04] },
      rate: {
        range: (_chart, low, high) => [Math.floor((low ?? 80) / 10) * 10 - 10, Math.ceil((high ?? 180) / 10) * 10],
      },
    },
    axes: [
      { ...axis, incrs: TICKS_S, values: (_chart, ticks) => ticks.map((tick) => figures.clock(tick)) },
      {
        ...axis,
        scale: 'pace',
        size: 52,
        splits: (_chart, _axis, low, high) => paceTicks(low, high, METRES_PER[figures.unit]),
        values: (_chart, ticks) => ticks.map((tick) => figures.pace(tick)?.replace(/ .*/, '') ?? ''),
      },
      { ...axis, scale: 'rate', side: 1, grid: { show: false } },
    ],
    series: [
      { label: t('activity.time'), value: (_chart, value) => clockOr(value, figures) },
      {
        label: t('chart.pace'),
        scale: 'pace',
        stroke: colour('--steady'),
        width: 1.5,
        points: { show: false },
        value: (_chart, value: number | null) =>
          value === null ? t('reps.none') : (figures.pace(value) ?? t('reps.none')),
      },
      {
        label: t('chart.heartRate'),
        scale: 'rate',
        stroke: track,
        width: 1.5,
        points: { show: false },
        value: (_chart, value: number | null) => (value === null ? t('reps.none') : String(Math.round(value))),
      },
    ],
    hooks: { drawClear: [(chart) => shadeReps(chart, reps, shade)] },
  }
}

const clockOr = (value: number | null, figures: Figures): string =>
  value === null ? t('reps.none') : figures.clock(value)

const shadeReps = (chart: uPlot, reps: readonly RepView[], colour: string): void => {
  const { ctx, bbox } = chart
  ctx.save()
  ctx.fillStyle = colour
  for (const { start_s, end_s } of reps) {
    if (start_s === null || end_s === null) continue
    const left = chart.valToPos(start_s, 'x', true)
    ctx.fillRect(left, bbox.top, chart.valToPos(end_s, 'x', true) - left, bbox.height)
  }
  ctx.restore()
}

/** A token's colour as the canvas understands it: `light-dark()` is answered by the page. */
const resolved = (place: HTMLElement, value: string): string => {
  const probe = document.createElement('span')
  probe.style.color = value
  place.append(probe)
  const colour = getComputedStyle(probe).color
  probe.remove()
  return colour
}
