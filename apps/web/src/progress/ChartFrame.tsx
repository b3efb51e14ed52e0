import { useState, type ReactNode } from 'react'
import { t } from '../words/t.ts'

export interface Twin {
  readonly head: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

interface Frame {
  readonly title: string
  /** The chart in one or two sentences. */
  readonly summary: string
  readonly twin: Twin
  readonly children: ReactNode
}

/** A chart with its sentence and its table twin: whoever sees no chart misses no figure. */
export const ChartFrame = ({ title, summary, twin, children }: Frame) => {
  const [asTable, setAsTable] = useState(false)
  return (
    <section className="chart-frame">
      <header>
        <h2>{title}</h2>
        {twin.rows.length > 0 && (
          <button type="button" className="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'progress.chart' : 'progress.table')}
          </button>
        )}
      </header>
      <p className="soft chart-summary">{summary}</p>
      {asTable ? <TwinTable {...twin} title={title} /> : children}
    </section>
  )
}

const TwinTable = ({ head, rows, title }: Twin & { readonly title: string }) => (
  <div className="wide chart-table">
    <table className="rows">
      <caption className="unseen">{title}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, column) => (
              <td key={head[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
