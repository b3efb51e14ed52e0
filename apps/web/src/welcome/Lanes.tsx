const LANES = [0, 1, 2, 3, 4, 5]

/** A track from above, the inner lane run: the only picture of the whole program. */
export const Lanes = () => (
  <svg className="lanes" viewBox="0 0 400 240" aria-hidden="true">
    {LANES.map((lane) => {
      const inset = 6 + lane * 13
      return (
        <rect
          key={lane}
          x={inset}
          y={inset}
          width={400 - 2 * inset}
          height={240 - 2 * inset}
          rx={120 - inset}
          fill="none"
          stroke={lane === 5 ? 'var(--track)' : 'var(--hair)'}
          strokeWidth={lane === 5 ? 6 : 2}
        />
      )
    })}
    <path d="M264 4v72" stroke="var(--ink)" strokeWidth="3" />
  </svg>
)
