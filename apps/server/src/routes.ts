import {
  ActivityList,
  ActivityView,
  CalendarView,
  ChangedView,
  Display,
  FeedMade,
  ImportView,
  LibraryView,
  MovesView,
  Place,
  PlanEdit,
  PlanView,
  ProgressView,
  RestoredView,
  SeasonPreview,
  SeasonRequest,
  SessionView,
  SettingsEdit,
  SettingsView,
  StateView,
  StreamView,
  TodayView,
  Version,
} from '@bell-lap/logbook'
import { z } from 'zod'

/**
 * Every door of the API: method and path, what goes in, what comes out. Validation, the OpenAPI description, and the
 * web's calls are all typed by this table. `reply: 'file'` is a download, `upload` takes multipart files.
 * Failures are problem+json (RFC 9457) with the fault's code and reason.
 */
export interface Route {
  readonly says: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly upload?: true
  readonly reply: z.ZodType | 'file' | 'events'
}

const Id = z.string().min(1).max(100)
const Target = z.enum(['ics', 'fit', 'zwo', 'icu', 'csv', 'html', 'json'])
/** The version of the season that an edit rests on: an older one is refused with both. */
const Edit = z.object({ version: Version })
const Nothing = z.object({})

export const ROUTES = {
  'GET /api/state': { says: 'Whether there is a season, and whose', reply: StateView },
  'POST /api/demo': { says: 'Fills an empty logbook with the demo season', reply: StateView },

  'GET /api/today': { says: 'Today', query: z.object({ day: z.iso.date().optional() }), reply: TodayView },
  'GET /api/calendar': { says: 'The season, week by week', reply: CalendarView },
  'GET /api/sessions/:id': { says: 'One session, with its review', params: z.object({ id: Id }), reply: SessionView },
  'GET /api/sessions/:id/moves': {
    says: 'What moving the session to each cell around it would touch',
    params: z.object({ id: Id }),
    reply: MovesView,
  },
  'POST /api/sessions/:id/move': {
    says: 'Moves a session, with the repair where it is wanted',
    params: z.object({ id: Id }),
    body: Edit.extend({ to: Place, repair: z.boolean() }),
    reply: ChangedView,
  },
  'POST /api/sessions/:id/skip': {
    says: 'Leaves a session out',
    params: z.object({ id: Id }),
    body: Edit.extend({ because: z.string().max(500).optional() }),
    reply: ChangedView,
  },
  'GET /api/sessions/:id/export/:target': {
    says: 'One session for the watch or another program',
    params: z.object({ id: Id, target: z.enum(['fit', 'zwo', 'icu']) }),
    reply: 'file',
  },
  'POST /api/season/undo': { says: 'Takes the last change back', body: Edit, reply: ChangedView },
  'GET /api/season/export/:target': {
    says: 'The whole season as one file or a zip, with its export report',
    params: z.object({ target: Target }),
    reply: 'file',
  },

  'POST /api/seasons/preview': { says: 'The season that a request makes', body: SeasonRequest, reply: SeasonPreview },
  'POST /api/seasons': { says: 'Makes the season and lives it', body: SeasonRequest, reply: StateView },

  'GET /api/library': { says: 'Plans and recipes', reply: LibraryView },
  'GET /api/plans/:id': { says: 'One plan with its text', params: z.object({ id: Id }), reply: PlanView },
  'POST /api/plans': { says: 'Keeps a new plan', body: PlanEdit, reply: PlanView },
  'PUT /api/plans/:id': {
    says: "Changes a plan of one's own",
    params: z.object({ id: Id }),
    body: Edit.extend(PlanEdit.shape),
    reply: PlanView,
  },
  'DELETE /api/plans/:id': {
    says: "Forgets a plan of one's own",
    params: z.object({ id: Id }),
    body: Edit,
    reply: Nothing,
  },

  'POST /api/imports': { says: 'Takes recordings in: files, zips, folders', upload: true, reply: ImportView },
  'GET /api/imports/:id': { says: 'How an import is getting on', params: z.object({ id: Id }), reply: ImportView },
  'DELETE /api/imports/:id': {
    says: 'Stops an import; what is in stays',
    params: z.object({ id: Id }),
    reply: ImportView,
  },
  'GET /api/events': { says: 'What changes while one looks: import progress, season versions', reply: 'events' },

  'GET /api/activities': {
    says: 'What was done, newest first',
    query: z.object({
      before: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    reply: ActivityList,
  },
  'GET /api/activities/:id': { says: 'One activity', params: z.object({ id: Id }), reply: ActivityView },
  'GET /api/activities/:id/stream': {
    says: 'Its speed, heart rate and height over time',
    params: z.object({ id: Id }),
    query: z.object({ points: z.coerce.number().int().min(100).max(10_000).optional() }),
    reply: StreamView,
  },
  'GET /api/activities/:id/file': { says: 'The file as it came', params: z.object({ id: Id }), reply: 'file' },
  'POST /api/activities/:id/match': {
    says: "The athlete's own word: this activity is that session, or none",
    params: z.object({ id: Id }),
    body: z.object({ session: Id.nullable() }),
    reply: ActivityView,
  },
  'DELETE /api/activities/:id': {
    says: 'Forgets an activity and its file',
    params: z.object({ id: Id }),
    reply: Nothing,
  },

  'GET /api/progress': {
    says: 'Volume, intensity, best efforts, predictions, repetitions',
    query: z.object({ weeks: z.coerce.number().int().min(1).max(520).optional() }),
    reply: ProgressView,
  },

  'GET /api/settings': { says: 'Athlete, display, feed, what is kept', reply: SettingsView },
  'PUT /api/settings': { says: 'Changes them', body: Edit.extend(SettingsEdit.shape), reply: SettingsView },
  'POST /api/feed': { says: "Makes the calendar feed's address anew; the old one ends", reply: FeedMade },
  'DELETE /api/feed': { says: 'Ends the calendar feed', reply: Nothing },
  'GET /api/archive': { says: 'Everything, in one zip', reply: 'file' },
  'POST /api/restore': { says: 'Everything back, into an empty logbook', upload: true, reply: RestoredView },
  'DELETE /api/everything': {
    says: 'Forgets everything',
    body: z.object({ sure: z.literal('delete') }),
    reply: Nothing,
  },
} as const satisfies { readonly [door: string]: Route }

export type Routes = typeof ROUTES
export type Door = keyof Routes

type Part<R, Name extends string> = R extends { readonly [N in Name]: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : undefined
type Out<R> = R extends { readonly reply: infer Schema extends z.ZodType } ? z.output<Schema> : undefined

/** What a call of a door takes and gives. */
export interface Call<D extends Door> {
  readonly params: Part<Routes[D], 'params'>
  readonly query: Part<Routes[D], 'query'>
  readonly body: Part<Routes[D], 'body'>
  readonly reply: Out<Routes[D]>
}

/** A failure as the API tells it, over RFC 9457. */
export const ProblemJson = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** What happened, to what. */
  detail: z.string(),
  code: z.string(),
  reason: z.string().optional(),
  /** What to do. */
  change: z.string().optional(),
  /** Of a stale edit: what stands now. */
  current: z.object({ version: Version, value: z.unknown() }).optional(),
})
export type ProblemJson = z.infer<typeof ProblemJson>

export type DisplaySettings = z.infer<typeof Display>
