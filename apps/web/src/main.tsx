import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Refusal } from './api/client.ts'
import { queryClient } from './api/queries.ts'
import { registerServiceWorker } from './offline/register.ts'
import { router } from './router.tsx'
import './look/look.css'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no place called app')

// A refusal is told on the page, where it stands for an answer; anything else that a page stumbles over is a bug.
const onCaughtError = (error: unknown): void => {
  if (!(error instanceof Refusal)) reportError(error)
}

createRoot(place, { onCaughtError }).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
registerServiceWorker()
