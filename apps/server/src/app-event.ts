/**
 * What `GET /api/events` sends, each as one `message` with this as its JSON: an import got on, or the season has another
 * version. What it is now has to be asked for.
 */
export type AppEvent =
  | { readonly kind: 'import'; readonly id: string }
  | { readonly kind: 'season'; readonly version: number }
