import { fail, ok, prescriber, type PrescribedPart, type Result, type SeasonSession } from '@bell-lap/core'
import {
  exportSeason,
  makePart,
  makeSeasonJson,
  reportText,
  type Exported,
  type ExportFile,
  type MadeTarget,
  type ResolvedStep,
} from '@bell-lap/formats'
import { strToU8, zipSync } from 'fflate'
import type { LogbookFault } from '../fault.ts'
import type { Logbook } from '../logbook.ts'
import type { AthleteId } from '../owner.ts'
import { activeSeason, type KeptSeason } from './kept-season.ts'
import { findSession, noSession } from './see-session.ts'
import { NO_SEASON } from './seeing.ts'

/** A file to hand out. */
export interface HandedFile {
  readonly name: string
  /** Its media type. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** Where a whole season can go; `json` is the season's own file. */
export type SeasonTarget = MadeTarget | 'json'
/** Where a single session can go. */
export type SessionTarget = Extract<MadeTarget, 'fit' | 'zwo' | 'icu'>

const TYPES: { readonly [Target in SeasonTarget]: string } = {
  ics: 'text/calendar; charset=utf-8',
  fit: 'application/vnd.ant.fit',
  zwo: 'application/xml',
  icu: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
}

/** One file is handed out as it is; all else as a zip with the report of what became of each session. */
const SINGLE: readonly SeasonTarget[] = ['ics', 'html']

/** The files of a season as it stands for one target, and what became of each session. */
const filesOfSeason = (kept: KeptSeason, target: MadeTarget, ms: number): Exported =>
  exportSeason(kept.season, target, { made: instantOf(ms), seasonId: kept.id, ledger: kept.ledger })

/** `2026-12-21T08:00:00Z`. */
const instantOf = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).round({ smallestUnit: 'second' }).toString()

/** The whole season as one file, or as a zip with its export report. */
export const exportSeasonFiles = async (
  logbook: Logbook,
  athlete: AthleteId,
  target: SeasonTarget,
): Promise<Result<HandedFile, LogbookFault>> => {
  const kept = await activeSeason(logbook, logbook.store.db, athlete)
  if (!kept) return fail(NO_SEASON)
  const name = plainName(kept.name)
  if (target === 'json') return ok({ name: `${name}.json`, type: TYPES.json, bytes: strToU8(seasonText(kept)) })
  const { files, report } = filesOfSeason(kept, target, logbook.now())
  const [only] = files
  if (SINGLE.includes(target) && only)
    return ok({ name: `${name}.${target}`, type: TYPES[target], bytes: bytesOf(only) })
  const reports: readonly ExportFile[] = [
    { name: 'report.txt', content: reportText(report) },
    { name: 'report.json', content: JSON.stringify(report, null, 2) },
  ]
  return ok(zipped(`${name}-${target}.zip`, [...files, ...reports], logbook.now()))
}

/** One session for the watch or another program. */
export const exportSessionFile = async (
  logbook: Logbook,
  athlete: AthleteId,
  id: string,
  target: SessionTarget,
): Promise<Result<HandedFile, LogbookFault>> => {
  const kept = await activeSeason(logbook, logbook.store.db, athlete)
  if (!kept) return fail(NO_SEASON)
  const place = findSession(kept.season, id)
  if (!place) return fail(noSession(id))
  const season = { ...kept.season, weeks: [{ ...place.week, sessions: [place.session] }] }
  const { files, report } = filesOfSeason({ ...kept, season }, target, logbook.now())
  const [only, ...others] = files
  if (!only) return fail(refusedBy(report, target))
  if (others.length > 0) return ok(zipped(`${plainName(kept.name)}-${id}-${target}.zip`, files, logbook.now()))
  return ok({ name: only.name.split('/').at(-1) ?? only.name, type: TYPES[target], bytes: bytesOf(only) })
}

const refusedBy = ({ sessions }: Exported['report'], target: string): LogbookFault => {
  const fate = sessions[0]?.fate
  if (fate?.kind !== 'refused')
    return { code: 'refused', reason: 'nothing', message: `There is nothing in it for ${target}.` }
  return { code: 'refused', reason: 'no-steps', message: fate.because, change: fate.change }
}

/** The season as it stands as season.json, with the athlete's own speeds. */
const seasonText = ({ season }: KeptSeason): string => {
  const prescribe = prescriber(season, makePart)
  const resolved = (session: SeasonSession) => stepsOf(prescribe(session).prescription.parts)
  return `${JSON.stringify(makeSeasonJson(season, resolved), null, 2)}\n`
}

const stepsOf = (parts: readonly PrescribedPart[]): readonly ResolvedStep[] =>
  parts.flatMap((part) => {
    if (part.kind === 'set') return stepsOf(part.parts)
    return part.aim?.kind === 'speed' ? [{ path: part.path, speed: part.aim.speed }] : []
  })

const bytesOf = ({ content }: ExportFile): Uint8Array => (typeof content === 'string' ? strToU8(content) : content)

const zipped = (name: string, files: readonly ExportFile[], ms: number): HandedFile => ({
  name,
  type: 'application/zip',
  bytes: zipSync(Object.fromEntries(files.map((file) => [file.name, bytesOf(file)])), { mtime: zipTime(ms) }),
})

/** A zip knows years from 1980 to 2099. */
const zipTime = (ms: number): number => Math.min(Math.max(ms, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30))

/** A name that every file system takes. */
const plainName = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain === '' ? 'season' : plain.slice(0, 60)
}
