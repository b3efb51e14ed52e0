import { QueryClient, queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Call, Door } from '@bell-lap/server'
import { call, Refusal, type Given } from './client.ts'

/** The one keeper of answers. An answer stays fresh until an event says that it is not. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 30 * 60_000,
      networkMode: 'always',
      // What was refused is refused again; what was not heard may be heard.
      retry: (failures, error) => failures < 1 && !(error instanceof Refusal && error.problem.status >= 400),
    },
    mutations: { networkMode: 'always' },
  },
})

/** The query of a door: its key is the door and what it was given. */
export const asking = <D extends Door>(door: D, given: Given<D>) =>
  queryOptions<Call<D>['reply'], Refusal>({
    queryKey: [door, given],
    queryFn: ({ signal }) => call(door, given, signal),
  })

/** The answer of a door; waits in the nearest Suspense, fails into the nearest error page. */
export const useAnswer = <D extends Door>(door: D, given: Given<D>): Call<D>['reply'] =>
  useSuspenseQuery(asking(door, given)).data

/** What a change of each kind makes stale. */
export const STALE = {
  season: ['GET /api/state', 'GET /api/today', 'GET /api/calendar', 'GET /api/sessions/:id', 'GET /api/progress'],
  import: ['GET /api/imports/:id', 'GET /api/activities', 'GET /api/activities/:id', 'GET /api/state'],
  plans: ['GET /api/library', 'GET /api/plans/:id'],
  settings: ['GET /api/settings'],
} as const satisfies { readonly [kind: string]: readonly Door[] }

export type StaleKind = keyof typeof STALE

/** Asks again for all that a change of these kinds touches, where it is on the screen. */
export const refresh = async (...kinds: readonly StaleKind[]): Promise<void> => {
  const doors = kinds.flatMap((kind): readonly Door[] => STALE[kind])
  // What a move would touch rests on the season that was: it is thrown away, not shown meanwhile.
  if (kinds.includes('season')) queryClient.removeQueries({ queryKey: ['GET /api/sessions/:id/moves'] })
  await Promise.all(doors.map((door) => queryClient.invalidateQueries({ queryKey: [door] })))
}

/** A mutation through a door; afterwards everything of these kinds is asked for again. */
export const useDoing = <D extends Door>(door: D, ...kinds: readonly StaleKind[]) => {
  const client = useQueryClient()
  return useMutation<Call<D>['reply'], Refusal, Given<D>>(
    { mutationKey: [door], mutationFn: (given) => call(door, given), onSettled: () => refresh(...kinds) },
    client,
  )
}
