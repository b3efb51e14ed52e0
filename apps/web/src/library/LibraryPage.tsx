import { Link } from '@tanstack/react-router'
import { useAnswer } from '../api/queries.ts'
import { maker } from '../maker/words.ts'
import { addWords, t } from '../words/t.ts'
import { PlanTable } from './PlanTable.tsx'
import { RecipeMaker } from './RecipeMaker.tsx'
import './library.css'

// Races are called here as the maker calls them.
addWords(maker)

/** Every plan at hand: one's own, those that come along, and the recipe. */
export const LibraryPage = () => {
  const { plans, recipes } = useAnswer('GET /api/library', {})
  const own = plans.filter(({ kept }) => kept === 'own')
  return (
    <div className="page library">
      <header className="library-head">
        <div>
          <h1>{t('library.title')}</h1>
          <p className="soft">{t('library.lead')}</p>
        </div>
        <Link to="/plans" className="button">
          {t('library.new')}
        </Link>
      </header>
      <section>
        <h2>{t('library.own')}</h2>
        {own.length > 0 ? <PlanTable plans={own} /> : <p className="soft">{t('library.own.none')}</p>}
      </section>
      <section>
        <h2>{t('library.ready')}</h2>
        <PlanTable plans={plans.filter(({ kept }) => kept === 'library')} />
      </section>
      <RecipeMaker recipes={recipes} />
    </div>
  )
}
