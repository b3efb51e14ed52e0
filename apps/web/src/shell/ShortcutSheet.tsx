import { lazy, Suspense, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useShortcuts } from './shortcuts.ts'
import { undoLast } from './undo.ts'

const KeySheet = lazy(() => import('./KeySheet.tsx').then((room) => ({ default: room.KeySheet })))

/** The keys that work everywhere, and the sheet that `?` opens. */
export const ShortcutSheet = () => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  useShortcuts(
    {
      '?': () => setOpen(true),
      t: () => void navigate({ to: '/' }),
      n: () => void navigate({ to: '/season/new' }),
      '/': () => void navigate({ to: '/calendar', search: { find: true } }),
      u: undoLast,
    },
    'everywhere',
  )
  if (!open) return null
  return (
    <Suspense>
      <KeySheet onClose={() => setOpen(false)} />
    </Suspense>
  )
}
