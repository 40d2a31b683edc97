import { allRoutes } from '@rapport/domain/api.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'

const test = useApp()
const encode = (value: unknown) => encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))
const takes = (name: string) =>
  allRoutes
    .filter(
      ({ route: { method, query, path } }) =>
        method === 'GET' && query && name in (query as never as { shape: object }).shape && !path.includes(':'),
    )
    .map(({ route }) => route.path)

const glue = [
  `id" = '' or 1=1 --`,
  `id'; select pg_sleep(5); --`,
  `(select password_hash from users limit 1)`,
  `id) union select null,version()--`,
  `case when (select 1)=1 then id else name end`,
  `id||pg_sleep(5)`,
  `EXISTS:(1)`,
  `$1`,
  `"id"`,
]

/** Every list is asked with the attack in one parameter: refused by name, and nothing slept. */
const everyListRefuses = async (parameter: string, query: (attack: string) => string) => {
  const admin = await test.as()
  const paths = takes(parameter)
  expect(paths.length).toBeGreaterThan(5)
  const begin = performance.now()
  for (const path of paths)
    for (const attack of glue) {
      const { status } = await admin.call('GET', `${path}?${query(attack)}`)
      expect([path, attack, status]).toEqual([path, attack, 400])
    }
  expect(performance.now() - begin).toBeLessThan(5_000 * paths.length)
}

describe('SQL by way of', () => {
  // A filter's attribute name and operator went into the query as they came.
  it('chatwoot-CVE-2025-21628-filters', { timeout: 60_000 }, async () => {
    await everyListRefuses('filter', (attack) => `filter=${encode({ field: attack, op: 'eq', value: 'x' })}`)
    await everyListRefuses('filter', (attack) => `filter=${encode({ field: 'id', op: attack, value: 'x' })}`)
    expect(takes('filter')).toContain('/opportunities')
  })

  // A where item took functions and nested expressions written by the caller.
  it('espocrm-CVE-2026-53574-where-expression', { timeout: 60_000 }, async () => {
    await everyListRefuses(
      'filter',
      (attack) => `filter=${encode({ and: [{ field: 'id', op: 'eq', value: { expression: attack } }] })}`,
    )
    expect(takes('filter')).toContain('/customers')
  })

  // The uid list of an export, which needed no login, was pasted into an IN ().
  it('suitecrm-CVE-2022-50589-unauthenticated-export-uid', async () => {
    const admin = await test.as()
    const uid = encode(`x') or 1=1 --`)
    for (const path of [`/imports/${uid}/errors.csv`, `/imports/${uid}/rows`, `/customers/${uid}`]) {
      expect((await test.nobody.call('GET', path)).status).toBe(401)
      expect((await admin.call('GET', path)).status).toBe(400)
    }
  })

  // One list parameter after the other reached the query unescaped.
  it.each([
    ['suitecrm-CVE-2024-36408', 'sort', (attack: string) => `sort=${encode(attack)}`],
    ['suitecrm-CVE-2024-36409', 'sort', (attack: string) => `sort=-${encode(attack)}`],
    ['suitecrm-CVE-2024-36410', 'groupBy', (attack: string) => `groupBy=${encode(attack)}`],
    ['suitecrm-CVE-2024-36411', 'measures', (attack: string) => `measures=${encode(`sum:${attack}`)}`],
    ['suitecrm-CVE-2024-36412', 'cursor', (attack: string) => `cursor=${encode(attack)}`],
    ['suitecrm-CVE-2023-5350', 'fields', (attack: string) => `fields=${encode(attack)}`],
  ])('%s (%s)', { timeout: 60_000 }, async (_name, parameter, query) => {
    await everyListRefuses(parameter, query)
    expect(takes(parameter).length).toBeGreaterThan(5)
  })

  // What is no name is a value, and stays one.
  it('values: they are compared, never run', async () => {
    const admin = await test.as()
    await aSource(test.database.prisma)
    for (const attack of glue)
      for (const query of [
        `search=${encode(attack)}`,
        `filter=${encode({ field: 'code', op: 'eq', value: attack })}`,
      ]) {
        const { status, body } = await admin.call('GET', `/customers?search=${encode(attack)}`)
        expect([query, status, body.items]).toEqual([query, 200, []])
        if (query.startsWith('filter')) expect((await admin.call('GET', `/sources?${query}`)).body.items).toEqual([])
      }
  })
})
