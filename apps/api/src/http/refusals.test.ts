/** What every route of the registry does with a request it must refuse, and the headers of all its answers. */
import { allRoutes } from '@rapport/domain/api.ts'
import type { Route } from '@rapport/domain/contract/route.ts'
import { jsonOf, sampleOf } from '@rapport/domain/test/samples.ts'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { build } from '../build.ts'
import { useApp } from '../test/app.ts'
import { faultsOfReply } from '../test/problems.ts'

const test = useApp()
const absent = '01900000-0000-7000-8000-0000000000aa'
const routes = allRoutes.map(({ route }) => [`${route.method} ${route.path}`, route] as const)
const urlOf = ({ path }: Route, id = absent) => `/api/v1${path.replace(/:\w+/g, id)}`
const bodyOf = (route: Route) => JSON.stringify(sampleOf(jsonOf(route.body!)) ?? {})

let userId: string
let signedIn: Record<string, string>
beforeAll(async () => {
  userId = (await test.as()).userId
})
// Some routes end the session they are called with.
beforeEach(async () => {
  signedIn = { cookie: `rapport=${(await aSession(test.database.prisma, userId)).token}` }
})

type More = { url?: string; payload?: string; type?: string; language?: string; as?: Record<string, string> }
const send = ({ method, ...route }: Route, { url, payload, type, language = 'en', as = signedIn }: More = {}) =>
  test.app.inject({
    method: method as NonNullable<InjectOptions['method']>,
    url: url ?? urlOf({ method, ...route }),
    headers: { 'accept-language': language, ...as, ...(type !== undefined && { 'content-type': type }) },
    ...(payload !== undefined && { payload }),
  })

/** The refusal as it should be, and its text in the language asked for. */
const expectRefusal = (reply: LightMyRequestResponse, statuses: readonly number[]) => {
  expect(statuses).toContain(reply.statusCode)
  expect(faultsOfReply(reply)).toEqual([])
  return reply.json<{ title: string; code: string }>()
}

describe.each(routes)('%s', (_name, route) => {
  it('refuses in the one form, in both languages: strangers, ids that are none, strange keys [D4]', async () => {
    for (const language of ['en', 'zh-CN']) {
      const isPublic = route.access === 'public'
      const strangers = isPublic ? [] : [expectRefusal(await send(route, { as: {}, language }), [401])]
      const keyed = await send(route, {
        url: `${urlOf(route)}?strange=1`,
        language,
        ...(route.body && { payload: bodyOf(route), type: 'application/json' }),
      })
      const told = [...strangers, expectRefusal(keyed, route.upload ? [400, 415] : [400])]
      if (route.params)
        told.push(expectRefusal(await send(route, { url: urlOf(route, 'x'), language }), [400, 404, 415]))
      for (const { title } of told) expect(/\p{Script=Han}/u.test(title)).toBe(language === 'zh-CN')
    }
  })

  it('has the strict headers on every answer [D8]', async () => {
    for (const reply of [
      await send(route, { as: {} }),
      ...(route.sends === 'text/event-stream' ? [] : [await send(route)]), // which has no end
      await send(route, { url: `${urlOf(route)}?strange=1` }),
    ]) {
      const { 'content-security-policy': policy, ...headers } = reply.headers
      expect(policy).toBe("default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'")
      expect(headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'rapport-build': build,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cache-control': expect.stringContaining('no-store'),
      })
      for (const name of ['server', 'x-powered-by', 'strict-transport-security', 'access-control-allow-origin'])
        expect(headers).not.toHaveProperty(name)
    }
  })
})

const taking = routes.filter(([, route]) => route.body && !route.upload)
const mangled = [
  'text/plain',
  'application/json\t',
  ' application/json',
  'application/json ',
  'application/json;',
  'application/json; charset=utf-16',
  'application/json; charset=gbk',
  'application/json, text/plain',
  'application/json; charset=utf-8; x=y',
  'application/jsonx',
  'application/vnd.api+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  '',
]

describe.each(taking)('the body of %s', (_name, route) => {
  it('415 for any type but JSON in UTF-8, however it is written [D3] [D4]', async () => {
    for (const type of mangled) {
      const reply = await send(route, { payload: bodyOf(route), type })
      expect([type, reply.statusCode]).toEqual([type, 415])
      expect(faultsOfReply(reply)).toEqual([])
    }
  })

  it.each([
    ['a key twice', '{"a":1,"a":1}'],
    ['__proto__', '{"__proto__":{"polluted":true}}'],
    ['__proto__ in disguise', '{"\\u005f\\u005fproto__":{"polluted":true}}'],
    ['constructor', '{"constructor":{"prototype":{"polluted":true}}}'],
    ['NaN', '{"a":NaN}'],
    ['a number beyond numbers', '{"a":1e400}'],
    ['trailing data', '{} {}'],
    ['a comma too many', '{"a":1,}'],
    ['a comment', '{/**/}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"x"'],
    ['nothing at all', ' '],
  ])('400 for %s [D3] [D10]', async (_what, payload) => {
    const reply = await send(route, { payload, type: 'application/json' })
    expectRefusal(reply, [400])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

const bare = routes.filter(([, route]) => !route.body && !route.upload && route.method !== 'GET')

describe.each(bare)('no body for %s', (_name, route) => {
  it('400 names what was sent along; an empty object is no more than nothing [D4]', async () => {
    const reply = await send(route, { payload: '{"note":"x"}', type: 'application/json' })
    expect(expectRefusal(reply, [400])).toMatchObject({ errors: [{ path: 'note', code: 'field.unknown' }] })
    expect(expectRefusal(await send(route, { payload: '[]', type: 'application/json' }), [400]).code).toBe(
      'request.malformed',
    )
    const empty = await send(route, { payload: '{}', type: 'application/json' })
    expect(empty.body).not.toContain('request.malformed')
  })
})
