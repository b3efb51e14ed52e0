/** Line drawings of the interface, on a grid of 20. Always beside a word, so always hidden from readers. */
const PATHS = {
  today: 'M10 3.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M10 6.5v3.7l2.4 1.6',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  plans: 'M5 3h7l3 3v11H5zM7.5 9h5M7.5 12h5',
  progress: 'M3 16.5h14M4.5 13l4-4 3 2.5 4.5-6',
  library: 'M4 4v12.5M8 4v12.5M11 5l4.5 11',
  import: 'M10 3v9M6.5 9l3.5 3.5L13.5 9M4 16.5h12',
  settings: 'M4 6h7M15 6h1M4 14h1M9 14h7M11 4h4v4h-4zM5 12h4v4H5z',
  more: 'M4 6h12M4 10h12M4 14h12',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M7.5 4.5L4 8l3.5 3.5',
  watch: 'M7 6.5h6v7H7zM8 6.5l.5-3.5h3l.5 3.5M8 13.5l.5 3.5h3l.5-3.5',
  move: 'M10 3v14M3 10h14M8 5l2-2 2 2M8 15l2 2 2-2M5 8l-2 2 2 2M15 8l2 2-2 2',
  lock: 'M6 9h8v7H6zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9',
  flag: 'M5.5 17V3.5h8l-1.5 3 1.5 3h-8',
  planned: 'M10 5a5 5 0 1 0 0 10a5 5 0 0 0 0-10',
  'as planned': 'M4.5 10.5l3.5 3.5 7.5-8',
  done: 'M4.5 10.5l3.5 3.5 7.5-8',
  close: 'M4 8c2-2 4-2 6 0s4 2 6 0M4 13c2-2 4-2 6 0s4 2 6 0',
  different: 'M4.5 8h11M4.5 12h11M12.5 4.5l-5 11',
  missed: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  skipped: 'M4.5 10h11',
  adapted: 'M15.5 8.5A6 6 0 0 0 4.6 8M4.5 11.5a6 6 0 0 0 10.9.5M15.8 4.8v3.7h-3.7M4.2 15.2v-3.7h3.7',
  asks: 'M7.2 7.4A2.9 2.9 0 1 1 10 11v1.6M10 15.2v.2',
  cross: 'M5 5l10 10M15 5L5 15',
} as const

export type IconName = keyof typeof PATHS

export const Icon = ({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) => (
  <svg className="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
    <path
      d={PATHS[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
