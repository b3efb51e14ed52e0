import { useMemo, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { makeRecipe, type RecipeLevel, type RecipeRace } from '@bell-lap/core'
import { makePlan } from '@bell-lap/formats'
import type { LibraryView } from '@bell-lap/server'
import { useDoing } from '../api/queries.ts'
import { beginWith } from '../maker/answers.ts'
import { Choice, Field } from '../maker/Field.tsx'
import { raceName } from '../maker/race-name.ts'
import { useDisplay } from '../words/display.ts'
import { t } from '../words/t.ts'

/** Race, weeks and level in; a whole plan as text out, before anything is kept. */
export const RecipeMaker = ({ recipes }: { readonly recipes: LibraryView['recipes'] }) => {
  const { unit } = useDisplay()
  const navigate = useNavigate()
  const [race, setRace] = useState<RecipeRace>('1500')
  const [level, setLevel] = useState<RecipeLevel>('intermediate')
  const [weeks, setWeeks] = useState('12')
  const keep = useDoing('POST /api/plans', 'plans')
  const [from, to] = recipes.weeks
  const made = useMemo(() => {
    const plan = makeRecipe({ recipe: 'fusion', race, level, weeks: Number(weeks), unit })
    return plan.ok ? { text: makePlan(plan.value), name: plan.value.name ?? '' } : plan.fault
  }, [race, level, weeks, unit])
  const text = 'text' in made ? made.text : null
  const put = async (): Promise<void> => {
    if (!('text' in made)) return
    const plan = await keep.mutateAsync({ body: { name: made.name, text: made.text } }).catch(() => null)
    if (plan) await navigate({ to: '/plans/$id', params: { id: plan.id } })
  }
  const season = async (): Promise<void> => {
    if (!('text' in made)) return
    beginWith({ kind: 'recipe', race, weeks: Number(weeks), level }, made.name)
    await navigate({ to: '/season/new' })
  }
  return (
    <section className="recipe">
      <div className="recipe-asked">
        <h2>{t('library.recipe')}</h2>
        <p className="soft">{t('library.recipe.lead')}</p>
        <div className="fields">
          <Choice
            label={t('library.race')}
            value={race}
            options={recipes.races.map((each) => [each, raceName(each)] as const)}
            onValue={setRace}
          />
          <Choice
            label={t('library.recipe.level')}
            value={level}
            options={recipes.levels.map((each) => [each, t(`library.level.${each}`)] as const)}
            onValue={setLevel}
          />
          <Field
            label={t('library.recipe.weeks')}
            value={weeks}
            onText={setWeeks}
            type="number"
            min={from}
            max={to}
            wrong={text === null && 'fix' in made ? `${made.message} ${made.fix}` : undefined}
          />
        </div>
        <div className="acts">
          <button type="button" className="go" disabled={text === null} onClick={() => void season()}>
            {t('library.season')}
          </button>
          <button type="button" disabled={text === null || keep.isPending} onClick={() => void put()}>
            {t('library.recipe.keep')}
          </button>
        </div>
        {keep.error && (
          <p className="wrong" role="alert">
            {keep.error.message}
          </p>
        )}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <pre className="recipe-text" tabIndex={0} aria-label={t('library.recipe.text')}>
        {text}
      </pre>
    </section>
  )
}
