/** The cache of server state. Lists stay for an instant Back; only failures worth repeating are repeated. */
import { QueryClient } from '@tanstack/react-query'
import { isProblem } from './problem.ts'

const passing = (error: Error) =>
  isProblem(error) && (error.status === 0 || error.status === 502 || error.status === 503)

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => failures < 3 && passing(error),
        refetchOnWindowFocus: true,
      },
      // Without a connection a change fails at once and says so; waiting in silence for one would look like a page that hangs.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
