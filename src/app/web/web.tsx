import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { catchLinks } from '#design/catch-links.ts'
import { ToastProvider } from '#design/Toast.tsx'
import { showTheme } from '#design/theme.ts'
import { preferredLanguage } from '#platform/browser/language.ts'
import { goAnywhere } from '#platform/browser/router.tsx'
import { queries } from '#platform/browser/use-endpoint.ts'
import { Pages } from './routes.tsx'
import { switchLanguage } from './switch-language.ts'
import '#design/design.css'

showTheme()
catchLinks(
  goAnywhere,
  // The API, its description and downloads are the server's.
  ({ pathname }) => !pathname.startsWith('/api/'),
)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
await switchLanguage(preferredLanguage())
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <ToastProvider>
        <Pages />
      </ToastProvider>
    </QueryClientProvider>
  </StrictMode>,
)
