import type { RepView } from '@bell-lap/server'
import type { Figures } from '../words/figures.ts'
import { t } from '../words/t.ts'

/** The target of a repetition: the time it should take, or its pace where it has no length of its own. */
export const targetText = (rep: RepView, figures: Figures): string => {
  const planned = rep.planned
  if (!planned) return t('reps.none')
  if (!planned.speed_mps) return planned.duration_s === null ? planned.text : figures.clock(planned.duration_s)
  return planned.distance_m === null
    ? figures.paces(planned.speed_mps)
    : figures.times(planned.speed_mps, planned.distance_m)
}

/** What was run: its time, or its pace where the time was given. */
export const splitText = (rep: RepView, figures: Figures): string => {
  if (rep.duration_s === null) return t('reps.none')
  const timed = rep.planned?.duration_s != null && rep.planned.distance_m === null
  const pace = timed && rep.speed_mps !== null ? figures.pace(rep.speed_mps) : undefined
  return pace ?? figures.clock(rep.duration_s, true)
}

/** `on target`, `6 s slow`: by how much a split left its target, over the length that was asked for. */
export const againstText = (rep: RepView, figures: Figures): string => {
  const word = t(`reps.${rep.verdict}`)
  if (rep.verdict === 'on') return t('reps.on.by')
  const speeds = rep.planned?.speed_mps
  const metres = rep.planned?.distance_m ?? rep.distance_m
  if (!speeds || metres === null || metres === undefined || !rep.speed_mps) return word
  if (rep.verdict !== 'slow' && rep.verdict !== 'fast') return word
  const limit = rep.verdict === 'slow' ? speeds[0] : speeds[1]
  const seconds = Math.abs(metres / rep.speed_mps - metres / limit)
  return t('reps.by', { by: t('figure.seconds', { seconds: figures.number(seconds, seconds < 10 ? 1 : 0) }), word })
}

export const recoveryText = (rep: RepView, figures: Figures): string => {
  const recovery = rep.recovery
  if (!recovery) return ''
  const time = figures.clock(recovery.duration_s)
  const metres = Math.round(recovery.distance_m / 10) * 10
  return metres > 0 ? t('reps.recovery.of', { time, distance: figures.onTrack(metres) }) : time
}
