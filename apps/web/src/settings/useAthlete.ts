import { useEffect, useState } from 'react'
import type { SettingsView } from '@bell-lap/server'
import { Refusal } from '../api/client.ts'
import { refresh, useDoing } from '../api/queries.ts'
import { refuse, say } from '../shell/said.ts'
import { t } from '../words/t.ts'
import type { AthleteJson } from './athlete-json.ts'

const KEPT = 'athlete-draft'

const keptDraft = (version: number): AthleteJson | null => {
  try {
    const kept: { readonly version?: number; readonly athlete?: AthleteJson } = JSON.parse(
      localStorage.getItem(KEPT) ?? '{}',
    )
    return kept.version === version && kept.athlete ? kept.athlete : null
  } catch {
    return null
  }
}

const keep = (draft: { readonly version: number; readonly athlete: AthleteJson } | null): void => {
  try {
    if (draft) localStorage.setItem(KEPT, JSON.stringify(draft))
    else localStorage.removeItem(KEPT)
  } catch {
    // Storage is shut: the draft stands on the page.
  }
}

interface Editing {
  readonly athlete: AthleteJson
  readonly change: (athlete: AthleteJson) => void
  readonly changed: boolean
  readonly busy: boolean
  readonly wrong: Refusal | null
  readonly save: () => Promise<void>
  readonly revert: () => void
}

/** The athlete as it is being edited: a draft over what is saved, kept in this browser until it is saved too. */
export const useAthlete = ({ athlete: saved, version }: SettingsView): Editing => {
  const [draft, setDraft] = useState<AthleteJson | null>(() => keptDraft(version))
  const doing = useDoing('PUT /api/settings', 'settings', 'season')
  useEffect(() => keep(draft && { version, athlete: draft }), [draft, version])
  const athlete = draft ?? saved
  const save = async (): Promise<void> => {
    try {
      await doing.mutateAsync({ body: { version, athlete: { ...athlete } } })
      setDraft(null)
      say(t('settings.saved'))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code !== 'stale') return
      refuse({ message: t('settings.stale') })
      setDraft(null)
      await refresh('settings')
    }
  }
  return {
    athlete,
    change: setDraft,
    changed: draft !== null && JSON.stringify(draft) !== JSON.stringify(saved),
    busy: doing.isPending,
    wrong: doing.error && doing.error.code !== 'stale' ? doing.error : null,
    save,
    revert: () => {
      doing.reset()
      setDraft(null)
    },
  }
}
