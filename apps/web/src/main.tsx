import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { queryClient } from './api/queries.ts'
import { registerServiceWorker } from './offline/register.ts'
import { router } from './router.tsx'
import './look/look.css'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no place called app')

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
registerServiceWorker()
