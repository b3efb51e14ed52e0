import type { z } from 'zod'
import type { Result } from '@bell-lap/core'
import type { AthleteId, LogbookFault } from '@bell-lap/logbook'
import type { AppEvent } from './app-event.ts'
import type { Door, Routes } from './routes.ts'

/** A file on its way out: whole, or as it is made. `type` is its media type. */
export type Download = { readonly name: string; readonly type: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly body: Uint8Array | AsyncIterable<Uint8Array> }
)

/** A file that came in, where it waits until the door has taken it; what the door leaves there is thrown away. */
export interface Upload {
  /** As the sender called it: never a path on this machine. */
  readonly name: string
  readonly path: string
  /** In bytes. */
  readonly size: number
}

/** Hears what changes until the function that it gives back is called. */
export type Listen = (hear: (event: AppEvent) => void) => () => void

type Checked<R, Name extends string> = R extends { readonly [N in Name]: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : undefined

/** What a door is asked, after its schemas have checked it. */
export interface Asked<D extends Door> {
  readonly athlete: AthleteId
  readonly params: Checked<Routes[D], 'params'>
  readonly query: Checked<Routes[D], 'query'>
  readonly body: Checked<Routes[D], 'body'>
  readonly files: Routes[D] extends { readonly upload: true } ? readonly Upload[] : undefined
}

export type FileDoor = { [D in Door]: Routes[D]['reply'] extends 'file' ? D : never }[Door]
export type EventDoor = { [D in Door]: Routes[D]['reply'] extends 'events' ? D : never }[Door]

type Given<D extends Door> = Routes[D] extends { readonly reply: infer Reply }
  ? Reply extends z.ZodType
    ? z.output<Reply>
    : Reply extends 'file'
      ? Download
      : Listen
  : never

/** Every door of the table with what stands behind it: one that is missing, or answers another shape, does not compile. */
export type Doors = { readonly [D in Door]: (asked: Asked<D>) => Promise<Result<Given<D>, LogbookFault>> }
