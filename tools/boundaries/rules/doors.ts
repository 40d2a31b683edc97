import type { CallExpression, MemberExpression, NewExpression } from 'oxc-parser'
import { visit } from '../../source/module.ts'
import type { Module } from '../../source/module.ts'
import { floorOf, isTest } from '../../source/places.ts'
import { dotted } from '../../source/syntax.ts'
import { packageName } from '../../source/tree.ts'
import type { Break, Rule } from '../../gate/rule.ts'

/*
 * The few doors: to the database, to the network, to the environment. A law about "only here" is worth as much as the list
 * of other places where it was looked for.
 */

const QUERIES_THE_DATABASE = /\.(records|queries|commands|jobs)\.ts$|^apps\/api\/src\/(records|events|db)\//

// `ctx.db.lead.findMany`, `tx.db.$queryRaw`, `db.lead.update`: the handle of the unit of work, put to use.
const QUERY = /(^|\.)db\.(\$\w+|\w+\.(find|create|update|delete|upsert|count|aggregate|groupBy)\w*)$/

/** In the api, the Prisma client is used only where a reader expects a query. */
export const database: Rule = {
  name: 'database',
  law: 'In the api, queries stand in *.records.ts, *.queries.ts, *.commands.ts, *.jobs.ts, records/, events/ and db/.',
  breaks: (module) => {
    if (floorOf(module.path) !== 'api' || isTest(module.path) || QUERIES_THE_DATABASE.test(module.path)) return []
    const clients = module.imports.filter(({ specifier, typeOnly }) => specifier === '@rapport/prisma' && !typeOnly)
    const found = clients.map(({ line }) => ({ line, what: 'imports the Prisma client' }))
    visit(module, {
      MemberExpression: (node: MemberExpression) => {
        const name = dotted(node)
        if (QUERY.test(name)) found.push({ line: module.lineAt(node.start), what: `queries: ${name}` })
      },
    })
    return found
  },
}

const WEB_DOORS = new Set(['apps/web/src/lib/call.ts', 'apps/web/src/lib/stream.ts'])
const WEB_CONNECTIONS = new Set(['XMLHttpRequest', 'EventSource', 'WebSocket', 'WebTransport'])

/** The SPA speaks to the API through the typed client alone. */
export const calls: Rule = {
  name: 'calls',
  law: 'In the web, fetch and its kin stand in lib/call.ts and lib/stream.ts.',
  breaks: (module) => {
    if (floorOf(module.path) !== 'web' || WEB_DOORS.has(module.path) || isTest(module.path)) return []
    return connections(module, WEB_CONNECTIONS)
  },
}

const SOCKET_MODULES = new Set(
  ['net', 'tls', 'http', 'https', 'http2', 'dgram', 'dns', 'dns/promises'].map((name) => `node:${name}`),
)
const SOCKET_PACKAGES = new Set([
  'undici',
  'nodemailer',
  'imapflow',
  'pg',
  ...[...SOCKET_MODULES].map((name) => name.slice(5)),
])

const OPENS_NOTHING = new Set(['STATUS_CODES', 'METHODS', 'BlockList', 'isIP', 'isIPv4', 'isIPv6'])

/** One way out of the house, where addresses are checked. */
export const sockets: Rule = {
  name: 'sockets',
  law: 'In the api, outgoing connections are opened in outbound/ and db/ alone.',
  breaks: (module) => {
    if (floorOf(module.path) !== 'api' || isTest(module.path)) return []
    if (/^apps\/api\/src\/(outbound|db)\//.test(module.path)) return []
    const opening = module.imports.filter(({ specifier, typeOnly, names }) => {
      const name = packageName(module.path, specifier) ?? ''
      if (names.length && names.every((one) => OPENS_NOTHING.has(one))) return false
      return !typeOnly && (SOCKET_MODULES.has(specifier) || SOCKET_PACKAGES.has(name))
    })
    const imported = opening.map(({ specifier, line }) => ({ line, what: `imports ${specifier}` }))
    return [...imported, ...connections(module, WEB_CONNECTIONS)]
  },
}

function connections(module: Module, constructors: Set<string>): Break[] {
  const found: Break[] = []
  const report = (node: { start: number }, what: string) => found.push({ line: module.lineAt(node.start), what })
  visit(module, {
    CallExpression: ({ callee, start }: CallExpression) => {
      if (callee.type === 'Identifier' && callee.name === 'fetch') report({ start }, 'fetch()')
    },
    MemberExpression: ({ object, property, start }: MemberExpression) => {
      const owner = object.type === 'Identifier' ? object.name : ''
      const name = property.type === 'Identifier' ? property.name : ''
      if (['globalThis', 'window', 'self'].includes(owner) && name === 'fetch') report({ start }, `${owner}.fetch`)
      if (owner === 'navigator' && name === 'sendBeacon') report({ start }, 'navigator.sendBeacon')
    },
    NewExpression: ({ callee, start }: NewExpression) => {
      if (callee.type === 'Identifier' && constructors.has(callee.name)) report({ start }, `new ${callee.name}()`)
    },
  })
  return found
}

const READS_THE_ENVIRONMENT = /^(apps\/api\/src\/config\.ts$|tools\/|bench\/|(?:[a-z0-9/]+\/)?[a-z]+\.config\.ts$)/

/** Configuration is parsed once; a variable read elsewhere is a setting nobody can find. */
export const environment: Rule = {
  name: 'environment',
  law: 'process.env is read in apps/api/src/config.ts, the entry configs, tools/ and bench/.',
  breaks: (module) => {
    if (READS_THE_ENVIRONMENT.test(module.path)) return []
    const named = module.imports.filter(
      ({ specifier, names }) => /^(node:)?process$/.test(specifier) && names.includes('env'),
    )
    const found = named.map(({ line }) => ({ line, what: 'imports env' }))
    visit(module, {
      MemberExpression: ({ object, property, start }: MemberExpression) => {
        const isProcess = object.type === 'Identifier' && object.name === 'process'
        const key = property.type === 'Identifier' ? property.name : property.type === 'Literal' ? property.value : ''
        if (isProcess && key === 'env') found.push({ line: module.lineAt(start), what: 'reads process.env' })
      },
    })
    return found
  },
}
