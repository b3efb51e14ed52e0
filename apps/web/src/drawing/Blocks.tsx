import { useState, type KeyboardEvent } from 'react'
import type { StepView } from '@bell-lap/server'
import { useFigures } from '../words/display.ts'
import type { Figures } from '../words/figures.ts'
import { t } from '../words/t.ts'
import { lastingText } from './aim.ts'
import { drawingOf, mainStep, type Bracket, type Measure } from './bars.ts'
import type { Shown } from './gather.ts'
import { spoken } from './spoken.ts'
import { StepFacts } from './StepFacts.tsx'
import './blocks.css'

interface Asked {
  readonly parts: readonly Shown[]
  readonly by?: Measure
}

/** Efforts that need no tall drawing: a long run is a long low block. */
const LOW: ReadonlySet<string> = new Set(['rest', 'recovery', 'easy', 'other'])

/** A session as blocks: wide as it is long, high as it is hard; the one that is pointed at tells its target. */
export const Blocks = ({ parts, by = 'time' }: Asked) => {
  const { bars, brackets, depth } = drawingOf(parts, by)
  const main = mainStep(parts)
  const first = Math.max(
    0,
    bars.findIndex((bar) => bar.step === main),
  )
  const [picked, pick] = useState<number>()
  const at = picked !== undefined && picked < bars.length ? picked : first
  const columns = bars.map((bar) => `minmax(2px, ${Math.round(bar.width)}fr)`).join(' ')
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bars.length - 1 }[event.key]
    if (next === undefined || !bars[next]) return
    event.preventDefault()
    pick(next)
    const button = event.currentTarget.children[next]
    if (button instanceof HTMLElement) button.focus()
  }
  const shown = bars[at]?.step
  return (
    <div className="drawing">
      <div
        className="blocks"
        data-flat={bars.every((bar) => LOW.has(bar.step.intensity)) ? '' : undefined}
        role="toolbar"
        tabIndex={-1}
        aria-label={t('blocks.name')}
        style={{ gridTemplateColumns: columns }}
        onKeyDown={walk}
      >
        {bars.map((bar, index) => (
          <button
            key={bar.key}
            type="button"
            tabIndex={index === at ? 0 : -1}
            aria-pressed={index === at}
            aria-label={`${spoken(bar.step.text)}, ${t(`intensity.${bar.step.intensity}`)}`}
            data-intensity={bar.step.intensity}
            onClick={() => pick(index)}
            onFocus={() => pick(index)}
            onPointerEnter={() => pick(index)}
          />
        ))}
      </div>
      <div className="brackets" aria-hidden="true" style={{ gridTemplateColumns: columns }}>
        {brackets.map((bracket) => (
          <BracketLine key={bracket.key} bracket={bracket} depth={depth} of={bars.length} />
        ))}
      </div>
      {shown && <StepFacts step={shown} />}
    </div>
  )
}

/** `5.2 km easy` for what is left of a total, the plan's own words for the rest. */
const nameOf = (step: StepView, figures: Figures): string =>
  step.lasting.kind === 'open' ? `${lastingText(step, figures)} ${spoken(step.text)}` : spoken(step.text)

const BracketLine = ({
  bracket,
  depth,
  of,
}: {
  readonly bracket: Bracket
  readonly depth: number
  readonly of: number
}) => {
  const figures = useFigures()
  const { from, to, times, step, repeated } = bracket
  const what = step ? nameOf(step, figures) : ''
  const text = repeated && bracket.depth === depth - 1 ? t('blocks.set', { times, what }) : what
  return (
    <span
      className={repeated ? 'bracket' : 'name'}
      data-at={from === 0 ? 'start' : to === of ? 'end' : 'middle'}
      style={{ gridColumn: `${from + 1} / ${to + 1}`, gridRow: depth - bracket.depth }}
    >
      <span>{repeated && bracket.depth < depth - 1 ? t('blocks.times', { times }) : text}</span>
    </span>
  )
}
