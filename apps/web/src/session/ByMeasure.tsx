import type { Measure } from '../drawing/bars.ts'
import { t } from '../words/t.ts'

const MEASURES = ['time', 'distance'] as const

/** Whether the blocks are as wide as they are long in time or over the ground. */
export const ByMeasure = ({ by, onPick }: { readonly by: Measure; readonly onPick: (by: Measure) => void }) => (
  <div className="by-measure unprinted" role="group" aria-label={t('blocks.name')}>
    {MEASURES.map((measure) => (
      <button
        key={measure}
        type="button"
        className="quiet"
        aria-pressed={measure === by}
        onClick={() => onPick(measure)}
      >
        {t(`blocks.by.${measure}`)}
      </button>
    ))}
  </div>
)
