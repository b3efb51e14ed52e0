import type { Display, SettingsView } from '@bell-lap/server'
import { call, Refusal } from '../api/client.ts'
import { asking, queryClient, refresh } from '../api/queries.ts'
import { Choice, Tick } from '../maker/Field.tsx'
import { refuse } from '../shell/said.ts'
import { keepDisplay } from '../words/display.ts'
import { t } from '../words/t.ts'
import { Section } from './Section.tsx'

const SYSTEM = 'system'
const LOCALES = ['en-GB', 'en-US', 'de-DE', 'fr-FR', 'es-ES', 'it-IT', 'nl-NL', 'sv-SE'] as const

const kept = asking('GET /api/settings', {}).queryKey

/** One change after the other: each rests on the version that the one before it made. */
let before: Promise<void> = Promise.resolve()

const saveDisplay = async (display: Display): Promise<void> => {
  const version = queryClient.getQueryData(kept)?.version
  if (version === undefined) return
  try {
    queryClient.setQueryData(kept, await call('PUT /api/settings', { body: { version, display } }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refuse(error.code === 'stale' ? { message: t('settings.stale') } : error)
    await refresh('settings')
  }
}

/** How things are shown; each choice holds at once. */
export const DisplaySection = ({ settings }: { readonly settings: SettingsView }) => {
  const { display } = settings
  const set = (change: Partial<Display>): void => {
    const next = { ...(queryClient.getQueryData(kept)?.display ?? display), ...change }
    // Shown before it is saved: choosing a colour waits for nobody.
    keepDisplay(next)
    queryClient.setQueryData(kept, (now) => now && { ...now, display: next })
    before = before.then(() => saveDisplay(next))
  }
  return (
    <Section id="display" title={t('settings.display')}>
      <div className="fields">
        <Choice
          label={t('settings.unit')}
          value={display.unit}
          options={[
            ['km', t('settings.unit.km')],
            ['mi', t('settings.unit.mi')],
          ]}
          onValue={(unit) => set({ unit })}
        />
        <Choice
          label={t('settings.theme')}
          value={display.theme}
          options={[
            ['system', t('settings.theme.system')],
            ['light', t('settings.theme.light')],
            ['dark', t('settings.theme.dark')],
          ]}
          onValue={(theme) => set({ theme })}
        />
        <Choice
          label={t('settings.locale')}
          value={display.locale ?? SYSTEM}
          options={[
            [SYSTEM, t('settings.locale.system')],
            ...LOCALES.map((locale) => [locale, nameOf(locale)] as const),
            ...(display.locale !== null && !LOCALES.some((each) => each === display.locale)
              ? [[display.locale, display.locale] as const]
              : []),
          ]}
          onValue={(locale) => set({ locale: locale === SYSTEM ? null : locale })}
        />
      </div>
      <Tick
        label={t('settings.shortcuts')}
        hint={t('settings.shortcuts.hint')}
        on={display.shortcuts}
        onTurn={(shortcuts) => set({ shortcuts })}
      />
    </Section>
  )
}

/** A language in its own words. */
const nameOf = (locale: string): string => new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
