import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import type { RepView, StreamView } from '@bell-lap/server'
import { useFigures } from '../words/display.ts'
import { summaryOf } from './summary.ts'
import { optionsOf } from './chart-options.ts'
import 'uplot/dist/uPlot.min.css'
import './chart.css'

/** Pace and heart rate over time, the repetitions as bands behind them. */
export const StreamChart = ({ stream, reps }: { readonly stream: StreamView; readonly reps: readonly RepView[] }) => {
  const place = useRef<HTMLDivElement>(null)
  const figures = useFigures()
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const data: uPlot.AlignedData = [stream.time_s, stream.speed_mps, stream.heart_rate_bpm]
    const make = (): uPlot => new uPlot(optionsOf(element, reps, figures), data, element)
    let chart = make()
    const again = (): void => {
      chart.destroy()
      chart = make()
    }
    const resized = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: chart.height }))
    resized.observe(element)
    // The canvas has no style sheet: with another theme it is drawn anew.
    const themed = new MutationObserver(again)
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', again)
    return () => {
      resized.disconnect()
      themed.disconnect()
      scheme.removeEventListener('change', again)
      chart.destroy()
    }
  }, [stream, reps, figures])
  return <div ref={place} className="chart" role="img" aria-label={summaryOf(stream, figures)} />
}
