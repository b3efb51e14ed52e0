import { useParams } from '@tanstack/react-router'
import { useAnswer } from '../api/queries.ts'
import { maker } from '../maker/words.ts'
import { addWords } from '../words/t.ts'
import { keptDraft } from './draft.ts'
import { PlanDesk } from './PlanDesk.tsx'
import './editor.css'

// The bars of the season at the side speak the maker's words.
addWords(maker)

/** A plan of the library or of one's own, or a new one. */
export const EditorPage = () => {
  const { id } = useParams({ strict: false })
  return id === undefined ? <NewPlan /> : <KeptPlan key={id} id={id} />
}

const NewPlan = () => <PlanDesk kept={null} begin={keptDraft(undefined)?.text ?? ''} />

const KeptPlan = ({ id }: { readonly id: string }) => {
  const plan = useAnswer('GET /api/plans/:id', { params: { id } })
  return <PlanDesk kept={plan} begin={keptDraft(id)?.text ?? plan.text} />
}
