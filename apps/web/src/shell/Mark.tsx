/** The mark: a track seen from above, its inner lane in red, the finish line across. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 32 20" width="32" height="20" aria-hidden="true">
    <rect x="1.25" y="1.25" width="29.5" height="17.5" rx="8.75" fill="none" stroke="currentColor" strokeWidth="2" />
    <rect x="5.25" y="5.25" width="21.5" height="9.5" rx="4.75" fill="none" stroke="var(--track)" strokeWidth="2.5" />
    <path d="M20 1v7" stroke="currentColor" strokeWidth="2" />
  </svg>
)
