/**
 * No route without a declaration: what is served stands in a contract, which names who may call it, or says itself why it
 * needs none (`open`). Anything else stops the start, as does a contract that nobody serves.
 */
import { allRoutes } from '@rapport/domain/api.ts'
import type { Route } from '@rapport/domain/contract/route.ts'
import type { FastifyInstance, RouteOptions } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    contract?: Route
    /** Why this route stands outside the contracts. */
    open?: string
  }
}

const nameOf = ({ method, url }: RouteOptions) => `${String(method)} ${url}`

/** Errors, at `ready`: a route without contract and reason, path parameters without schema, a contract without route. */
export function addContractGuard(app: FastifyInstance): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => void routes.push(route))
  app.addHook('onReady', async () => {
    const undeclared = routes.filter(({ config }) => !config?.contract && !config?.open)
    if (undeclared.length > 0) throw new Error(`routes that declare no access: ${undeclared.map(nameOf).join(', ')}`)
    const contracts = new Set(routes.map(({ config }) => config?.contract))
    const loose = allRoutes.filter(({ route }) => !declaresItsPath(route)).map(({ route }) => route.path)
    if (loose.length > 0) throw new Error(`path parameters without a schema: ${loose.join(', ')}`)
    const unserved = allRoutes.filter(({ route }) => !contracts.has(route))
    if (unserved.length > 0)
      throw new Error(
        `contracts that nobody serves: ${unserved.map(({ route }) => `${route.method} ${route.path}`).join(', ')}`,
      )
  })
}

const declaresItsPath = ({ path, params }: Route): boolean => {
  const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  const shape = params && 'shape' in params ? Object.keys(params.shape as object) : []
  return named.length === shape.length && named.every((name) => shape.includes(name as string))
}

/** For routes that a plugin registers by itself: gives them all the reason. */
export function declareOpen(plugin: FastifyInstance, why: string): void {
  plugin.addHook('onRoute', (route) => {
    route.config = { ...route.config, open: why } as NonNullable<RouteOptions['config']>
  })
}
