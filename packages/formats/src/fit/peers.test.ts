import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activities } from './activity.arbitrary.ts'
import { makeFitActivity } from './make.ts'
import { installedPeers, type PeerReading } from './peers.arbitrary.ts'
import type { Activity, ColumnName } from './recorded.ts'

/** The vendor's SDK reads no compressed times, and is why that style is not among these. */
const RUNS = Number(process.env['PEER_RUNS'] ?? 300)
const peers = (await installedPeers()).filter(({ name }) => name !== 'fit-decoder')

/** The profile's names of the columns that are written, with what a peer's number has to be multiplied by. */
const NAMES: { readonly [Name in ColumnName]?: readonly [name: string, factor: number] } = {
  distance: ['distance', 1],
  speed: ['enhanced_speed', 1],
  altitude: ['enhanced_altitude', 1],
  heartRate: ['heart_rate', 1],
  power: ['power', 1],
  temperature: ['temperature', 1],
  groundContact: ['stance_time', 1e-3],
  groundContactShare: ['stance_time_percent', 1],
  groundContactBalance: ['stance_time_balance', 1],
  verticalOscillation: ['vertical_oscillation', 1e-3],
  verticalRatio: ['vertical_ratio', 1],
  stepLength: ['step_length', 1e-3],
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : NaN)

const expectColumn = (activity: Activity, reading: PeerReading, name: ColumnName): void => {
  const [field, factor] = NAMES[name] ?? [name, 1]
  const own = activity.samples[name]
  for (const [row, record] of reading.records.entries()) {
    const [ours, theirs] = [own?.[row] ?? NaN, numberOf(record[field]) * factor]
    if (Number.isNaN(ours)) expect(theirs).toBeNaN()
    else expect(Math.abs(ours - theirs)).toBeLessThan(1e-6)
  }
}

const SUMMARY = {
  elapsed: 'total_elapsed_time',
  timer: 'total_timer_time',
  distance: 'total_distance',
  heartRate: 'avg_heart_rate',
  maxHeartRate: 'max_heart_rate',
  power: 'avg_power',
  ascent: 'total_ascent',
} as const

const expectSummaries = (own: Activity['laps'], theirs: PeerReading['laps']): void => {
  expect(theirs).toHaveLength(own.length)
  for (const [index, summary] of own.entries()) {
    for (const name of ['elapsed', 'timer', 'distance', 'heartRate', 'maxHeartRate', 'power', 'ascent'] as const) {
      const [ours, found] = [summary[name] ?? NaN, numberOf(theirs[index]?.[SUMMARY[name]])]
      if (Number.isNaN(ours)) expect(found).toBeNaN()
      else expect(Math.abs(ours - found)).toBeLessThan(1e-6)
    }
  }
}

const expectTimes = (activity: Activity, reading: PeerReading): void => {
  if (activity.start === null) return
  for (const [row, record] of reading.records.entries())
    expect(record.time).toBe(activity.start + Math.floor(activity.samples.time[row] ?? NaN) * 1000)
}

const expectBeats = (activity: Activity, { beats }: PeerReading): void => {
  const own = [...(activity.beats?.interval ?? [])]
  expect(beats).toHaveLength(own.length)
  for (const [index, beat] of own.entries()) expect(Math.abs(beat - (beats[index] ?? NaN))).toBeLessThan(1e-6)
}

describe.skipIf(peers.length === 0)(
  'what is written is read the same elsewhere (skipped where no peer is installed)',
  () => {
    test.each(peers.map((peer) => [peer.name, peer] as const))(`${RUNS} activities by %s`, async (_, peer) => {
      await fc.assert(
        fc.asyncProperty(activities, fc.boolean(), async (activity, summaryFirst) => {
          const reading = peer.reading(await peer.decode(makeFitActivity(activity, { summaryFirst })))
          expect(reading.records).toHaveLength(activity.samples.count)
          expectTimes(activity, reading)
          for (const name of Object.keys(NAMES).filter((key): key is ColumnName => key in NAMES))
            expectColumn(activity, reading, name)
          expectSummaries(activity.laps, reading.laps)
          expectSummaries(activity.sessions, reading.sessions)
          expectBeats(activity, reading)
        }),
        { numRuns: RUNS },
      )
    })
  },
)
