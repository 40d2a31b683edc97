/** The router: the shell around the screens, one error boundary per screen, and doors for who is not signed in. */
import { createBrowserRouter, redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import type { QueryClient } from '@tanstack/react-query'
import { sessionQuery } from './session.ts'
import { isProblem } from '../lib/problem.ts'
import { Layout } from './layout.tsx'
import { NotFound } from './pages/not-found.tsx'
import { RouteError } from './pages/route-error.tsx'
import { ShellError } from './pages/shell-error.tsx'
import { SettingsStart, Start } from './pages/start.tsx'
import { loginPath } from './paths.ts'
import { doors, screens } from './routes.ts'
import { Skeleton } from './skeleton.tsx'

const guarded = (route: RouteObject): RouteObject => ({ ...route, ErrorBoundary: RouteError }) as RouteObject

const requireSession =
  (client: QueryClient) =>
  async ({ request }: LoaderFunctionArgs) => {
    const { pathname, search } = new URL(request.url)
    try {
      return await client.ensureQueryData(sessionQuery)
    } catch (error) {
      if (isProblem(error) && error.status === 401) throw redirect(loginPath(pathname + search))
      throw error
    }
  }

/** All routes; tests build a memory router from the same list. */
export const makeRoutes = (client: QueryClient): RouteObject[] => [
  {
    path: '/',
    loader: requireSession(client),
    // Who is signed in does not depend on where one goes.
    shouldRevalidate: () => false,
    Component: Layout,
    HydrateFallback: Skeleton,
    ErrorBoundary: ShellError,
    children: [
      { index: true, Component: Start },
      { path: 'settings', Component: SettingsStart },
      ...screens.map(guarded),
      { path: '*', Component: NotFound },
    ],
  },
  ...doors.map((door) => ({ ...door, ErrorBoundary: ShellError, HydrateFallback: Skeleton }) as RouteObject),
]

export const makeRouter = (client: QueryClient) => createBrowserRouter(makeRoutes(client))
