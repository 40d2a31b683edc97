/** Holds a success against its contract: limits and patterns too, which the server does not look at again when it sends. */
import { allRoutes } from '@rapport/domain/api.ts'

const routes = allRoutes.map(({ route }) => ({
  route,
  path: new RegExp(`^/api/v1${route.path.replaceAll(/:\w+/g, '[^/]+')}$`),
}))

/** What is wrong with the body; nothing for a refusal, a file, or a path of no contract. */
export const faultsOfSuccess = (method: string, url: string, status: number, body: unknown): string[] => {
  const [path = ''] = url.split('?')
  const found = routes.filter(({ route, path: known }) => route.method === method && known.test(path))
  // `/users/me` fits the path of `/users/:id` as well.
  const { route } = found.find(({ route }) => `/api/v1${route.path}` === path) ?? found[0] ?? {}
  if (!route?.reply || route.sends || status !== (route.status ?? 200)) return []
  const { error } = route.reply.safeParse(body)
  return error ? error.issues.map((issue) => `${route.path}: ${issue.path.join('.')} ${issue.message}`) : []
}
