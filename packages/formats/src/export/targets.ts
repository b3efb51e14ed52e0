/** Where a season can go. `pdf` is the printable page through a browser's printer. */
export const EXPORT_TARGETS = ['ics', 'fit', 'zwo', 'icu', 'csv', 'html', 'pdf', 'json'] as const
export type ExportTarget = (typeof EXPORT_TARGETS)[number]
