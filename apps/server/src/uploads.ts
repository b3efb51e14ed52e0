import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AthleteId } from '@bell-lap/logbook'
import type { Upload } from './doors.ts'
import { Refused } from './problem.ts'

const MEGABYTE = 2 ** 20

/** What may come in. Sizes in bytes. */
export interface UploadLimits {
  readonly file: number
  readonly archive: number
  /** All files of one request. */
  readonly request: number
  readonly files: number
  /** Characters. */
  readonly name: number
  /** Uploads of one athlete at a time. */
  readonly atOnce: number
}

/** What recordings may be. */
export const UPLOAD_LIMITS: UploadLimits = {
  file: 25 * MEGABYTE,
  archive: 250 * MEGABYTE,
  request: 500 * MEGABYTE,
  files: 5_000,
  name: 255,
  atOnce: 2,
}

/** An archive of everything, with years of recordings in it: as much as one athlete may keep. */
export const RESTORE_LIMITS: UploadLimits = {
  ...UPLOAD_LIMITS,
  archive: 5 * 1024 * MEGABYTE,
  request: 5 * 1024 * MEGABYTE,
  files: 1,
}

/** Takes uploads in, lends them to whoever answers, and leaves nothing of them behind. */
export interface Intake {
  take<Given>(
    request: FastifyRequest,
    athlete: AthleteId,
    limits: UploadLimits,
    answer: (files: readonly Upload[]) => Promise<Given>,
  ): Promise<Given>
}

const megabytes = (bytes: number): string => `${Math.round(bytes / MEGABYTE)} MB`

const tooLarge = (reason: string, detail: string, change: string): Refused =>
  new Refused({ status: 413, title: 'It is too large', code: 'too-large', reason, detail, change })

const invalid = (reason: string, detail: string): Refused =>
  new Refused({ status: 400, title: 'It cannot be understood', code: 'invalid', reason, detail })

/** The first bytes of a zip, and of one without entries. */
const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

/** Counts what flows and stops it at the limit of its kind; a zip is known by its first bytes, whatever its name. */
const limited = (name: string, limits: UploadLimits, left: number): Transform & { counted: () => number } => {
  let [bytes, most] = [0, 0]
  const counter = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      if (bytes === 0) most = isZip(chunk) ? limits.archive : limits.file
      bytes += chunk.length
      if (bytes > most) {
        const what = most === limits.archive ? 'an archive' : 'a recording'
        done(tooLarge('file', `${name} is larger than the ${megabytes(most)} that ${what} may have.`, 'Leave it out.'))
      } else if (bytes > left) {
        done(
          tooLarge(
            'request',
            `With ${name} the upload is larger than ${megabytes(limits.request)}.`,
            'Send it in several parts.',
          ),
        )
      } else done(null, chunk)
    },
  })
  return Object.assign(counter, { counted: () => bytes })
}

const checkName = (name: string, limits: UploadLimits): void => {
  if (name.length > limits.name) {
    throw invalid('name', `A file's name is longer than ${limits.name} characters: ${name.slice(0, 40)}...`)
  }
  if (name === '' || /[\0-\x1f\x7f]/.test(name))
    throw invalid('name', 'A file has no name, or one that cannot be shown.')
}

const keep = async (
  part: MultipartFile,
  folder: string,
  number: number,
  limits: UploadLimits,
  left: number,
): Promise<Upload> => {
  checkName(part.filename, limits)
  const path = join(folder, String(number))
  const counter = limited(part.filename, limits, left)
  await pipeline(part.file, counter, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  return { name: part.filename, path, size: counter.counted() }
}

/** Reads the parts one after the other into the folder. Throws a refusal at the first that is not taken. */
const receive = async (request: FastifyRequest, folder: string, limits: UploadLimits): Promise<readonly Upload[]> => {
  const files: Upload[] = []
  let total = 0
  // One byte more than an archive may have: our own count refuses it by name first.
  for await (const part of request.parts({
    limits: { fileSize: limits.archive + 1, files: limits.files, parts: limits.files + 1 },
  })) {
    if (part.type !== 'file') throw invalid('field', 'An upload has files alone, no other fields.')
    const file = await keep(part, folder, files.length, limits, limits.request - total)
    total += file.size
    files.push(file)
  }
  if (files.length === 0) throw invalid('nothing', 'There is no file in the upload.')
  return files
}

const checkLength = (request: FastifyRequest, limits: UploadLimits): void => {
  // What stands around the files in the request: names and borders.
  const around = limits.files * 1_000
  if (Number(request.headers['content-length'] ?? 0) > limits.request + around) {
    throw tooLarge('request', `The upload is larger than ${megabytes(limits.request)}.`, 'Send it in several parts.')
  }
}

const tooMany = ({ files }: UploadLimits): Refused =>
  files === 1
    ? tooLarge('files', 'There is more than one file.', 'Send the one archive alone.')
    : tooLarge('files', `There are more than ${files} files.`, 'Send them in several parts.')

const NOT_TAKEN: { readonly [code: string]: string } = {
  FST_FIELDS_LIMIT: 'An upload has files alone, no other fields.',
  FST_PROTO_VIOLATION: 'A part of the upload has a name that is not taken.',
}

/** What the parser of multipart found wrong is the sender's doing, but for what is ours. */
const refusalOf = (error: unknown, limits: UploadLimits): unknown => {
  if (error instanceof Refused || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT') return tooMany(limits)
  const known = NOT_TAKEN[code]
  if (known !== undefined) return invalid('field', known)
  const ours = /^(E[A-Z]+|ERR_.*)$/.test(code) && code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ECONNRESET'
  return ours ? error : invalid('cut', 'The upload is cut off, or no proper multipart/form-data.')
}

/** Lets the rest of a refused upload flow past, so that its sender hears why; one that goes on and on is cut off. */
const letGo = ({ raw }: FastifyRequest, limits: UploadLimits): void => {
  let past = 0
  raw.unpipe()
  raw.on('data', (chunk: Buffer) => {
    past += chunk.length
    if (past > 2 * limits.request) raw.destroy()
  })
  raw.resume()
}

const received = async (request: FastifyRequest, folder: string, limits: UploadLimits): Promise<readonly Upload[]> => {
  try {
    return await receive(request, folder, limits)
  } catch (error) {
    letGo(request, limits)
    throw refusalOf(error, limits)
  }
}

/** `folder` holds what is on its way in; what an earlier run left there is swept away. */
export const openIntake = async (folder: string): Promise<Intake> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const left of await readdir(folder)) await rm(join(folder, left), { recursive: true, force: true })
  const running = new Map<AthleteId, number>()

  const begin = (athlete: AthleteId, limits: UploadLimits): void => {
    const now = running.get(athlete) ?? 0
    if (now >= limits.atOnce) {
      throw new Refused({
        status: 429,
        title: 'Too much at once',
        code: 'busy',
        reason: 'uploads',
        detail: `${limits.atOnce} uploads are on their way in; a third has to wait.`,
        retryAfter: 1,
      })
    }
    running.set(athlete, now + 1)
  }
  const end = (athlete: AthleteId): void => {
    const now = (running.get(athlete) ?? 1) - 1
    if (now > 0) running.set(athlete, now)
    else running.delete(athlete)
  }
  return {
    take: async (request, athlete, limits, answer) => {
      if (!request.isMultipart()) {
        throw new Refused({
          status: 415,
          title: 'It is of the wrong kind',
          code: 'unsupported-type',
          detail: 'An upload is multipart/form-data.',
        })
      }
      checkLength(request, limits)
      begin(athlete, limits)
      let own: string | undefined
      try {
        own = await mkdtemp(join(folder, 'upload-'))
        return await answer(await received(request, own, limits))
      } finally {
        if (own !== undefined) await rm(own, { recursive: true, force: true })
        end(athlete)
      }
    },
  }
}

/** Teaches one scope of the server to read multipart, and nothing else of it. */
export const acceptMultipart = async (app: FastifyInstance): Promise<void> => {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    isPartAFile: (_field, _type, name) => name !== undefined,
    limits: {
      // One is let through to be refused by us.
      fields: 1,
      headerPairs: 20,
      fieldNameSize: 100,
      fieldSize: 1,
    },
  })
}
