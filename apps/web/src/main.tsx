/** Starts the application: texts first, so that nothing is drawn twice, then the router. */
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router'
import './app/mantine.css'
import './app/tokens.css'
import './app/base.css'
import './app/mantine-overrides.css'
import { Providers } from './app/providers.tsx'
import { makeRouter } from './app/router.tsx'
import { startI18n } from './lib/i18n.ts'
import { makeQueryClient } from './lib/query-client.ts'

const client = makeQueryClient()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

await startI18n()
createRoot(root).render(
  <Providers client={client}>
    <RouterProvider router={makeRouter(client)} />
  </Providers>,
)
