/** Requests at random, made from the contracts: mostly right, and wrong in one or two places. */
import type { Route } from '@rapport/domain/contract/route.ts'
import { jsonOf, plain, sampleOf } from '@rapport/domain/test/samples.ts'
import type { InjectOptions } from 'fastify'
import { anyBody } from './bodies.ts'
import type { Dice } from './dice.ts'
import { anyJson, anyText, strangeNames } from './values.ts'

export type Pool = { ids: readonly string[]; fields: readonly string[]; callers: readonly Record<string, string>[] }
export type Shot = Required<Pick<InjectOptions, 'method' | 'url' | 'headers'>> & { payload?: string | Buffer }

const types = [
  'application/json; charset=utf-8',
  'application/json;charset=gbk',
  'application/json\t',
  'application/JSON ; a=b',
  'text/plain',
  'text/html',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/xml',
  'application/json, text/html',
  '',
  '*/*',
]
const operators = ['eq', 'ne', 'in', 'contains', 'between', 'within', 'before', 'hasAny', 'empty', 'like', '__proto__']
const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'] as const

const anyFilter = (pool: Pool, dice: Dice, depth = 0): string => {
  if (depth < 8 && dice.odds(30)) {
    const parts = Array.from({ length: dice.below(4) }, () => anyFilter(pool, dice, depth + 1))
    return dice.pick([`{"and":[${parts.join()}]}`, `{"or":[${parts.join()}]}`, `{"not":${parts[0] ?? '{}'}}`])
  }
  const field = JSON.stringify(dice.odds(75) ? dice.pick(pool.fields) : anyText(dice))
  const value = dice.odds(20) ? dice.pick(['{"daysAgo":7}', '{"daysAgo":1e9}', '{"me":true}', '"me"']) : anyJson(dice)
  return dice.odds(5) ? anyJson(dice) : `{"field":${field},"op":"${dice.pick(operators)}","value":${value}}`
}

const anyParameter = (name: string, pool: Pool, dice: Dice): string => {
  if (name === 'filter') return anyFilter(pool, dice)
  if (['sort', 'fields', 'groupBy', 'measures'].includes(name) && dice.odds(60))
    return `${dice.pick(['', '-', 'sum:', '--'])}${dice.pick(pool.fields)}${dice.pick(['', ':month', ':x', ',id', ','])}`
  if (name.endsWith('Id') && dice.odds(60)) return dice.pick(pool.ids)
  return dice.odds(30) ? dice.pick(['1', '200', '201', '-1', '0', 'exact', 'none', 'e30.AAAA', '1e9']) : anyText(dice)
}

const encode = (text: string) => encodeURIComponent(text.toWellFormed())

const queryOf = (route: Route, pool: Pool, dice: Dice): string => {
  const json = route.query ? plain(jsonOf(route.query)) : {}
  const needed = Object.entries((route.query ? (sampleOf(json) as object) : {}) ?? {})
  const pairs = needed.map(([name, value]) => `${name}=${encode(String(value))}`)
  for (const name of Object.keys(json.properties ?? {}).filter(() => dice.odds(25)))
    pairs.push(`${name}=${encode(anyParameter(name, pool, dice))}`)
  if (dice.odds(4)) pairs.push(`${encode(dice.pick(strangeNames))}=${encode(anyText(dice))}`)
  if (dice.odds(3))
    pairs.push(dice.pick(['%', '%zz', '=', '&&', 'a[b]=1', 'limit=1&limit=2', 'filter[field]=x', '%00=1']))
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

const pathOf = (route: Route, pool: Pool, dice: Dice): string =>
  route.path.replace(/:\w+/g, () => {
    if (dice.odds(75)) return dice.pick(pool.ids)
    return dice.odds(30)
      ? dice.pick(['%', '%2e%2e', '..', '%00', 'null', '%ff', '.', '//'])
      : encode(anyText(dice).slice(0, 300))
  })

// What a header can hold at all; the rest never becomes a request.
const headerText = (dice: Dice) =>
  anyText(dice)
    .replace(/[^\x20-\x7e\x80-\xff]/g, '')
    .slice(0, 2_000)

const headersOf = (pool: Pool, dice: Dice, hasBody: boolean): Record<string, string> => ({
  ...dice.pick(pool.callers),
  ...(hasBody && { 'content-type': dice.odds(92) ? 'application/json' : dice.pick(types) }),
  ...(dice.odds(10) && { 'idempotency-key': dice.odds(50) ? `key-${dice.below(50)}` : headerText(dice) }),
  ...(dice.odds(10) && { 'if-match': dice.odds(50) ? '"v1"' : headerText(dice) }),
  ...(dice.odds(5) && { 'accept-language': headerText(dice) }),
  ...(dice.odds(2) && { authorization: `Bearer ${headerText(dice)}` }),
  ...(dice.odds(2) && { cookie: `rapport=${headerText(dice)}` }),
  ...(dice.odds(2) && { accept: headerText(dice) }),
  ...(dice.odds(2) && { 'x-forwarded-for': headerText(dice), 'x-http-method-override': 'DELETE' }),
})

export const anyShot = (routes: readonly Route[], pool: Pool, dice: Dice): Shot => {
  const route = dice.pick(routes)
  const method = dice.odds(97) ? route.method : dice.pick(methods)
  const sendsBody = route.body !== undefined || dice.odds(3)
  const payload =
    sendsBody && dice.odds(96) && route.body
      ? anyBody(route.body, pool.ids, dice)
      : sendsBody
        ? anyJson(dice)
        : undefined
  const url = `/api/v1${pathOf(route, pool, dice)}${queryOf(route, pool, dice)}`
  return { method, url, headers: headersOf(pool, dice, sendsBody), ...(payload !== undefined && { payload }) }
}
