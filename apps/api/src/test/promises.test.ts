/** Sentences of the promise to integrators that no room has for its own. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from './app.ts'

const test = useApp()
const label = { zh: '展会', en: 'Fair' }

describe('the version of a change', () => {
  it.each([
    ['"v1"', 200],
    ['"1"', 200],
    ['1', 200],
    ['W/"v1"', 200],
    ['"v2"', 412],
    ['"v1', 400],
    ['*', 400],
  ])('If-Match: %s gives %i [C1]', async (header, status) => {
    const admin = await test.as()
    const source = await aSource(test.database.prisma)
    const reply = await admin.call('PATCH', `/sources/${source.id}`, { label }, { 'if-match': header })
    expect(reply.status).toBe(status)
  })

  it('412 when header and body name different ones, whichever is right [C1]', async () => {
    const admin = await test.as()
    const { id } = await aSource(test.database.prisma)
    const tries = [
      [1, '"v2"'],
      [2, '"v1"'],
    ] as const
    for (const [version, header] of tries) {
      const { status, body } = await admin.call('PATCH', `/sources/${id}`, { label, version }, { 'if-match': header })
      expect({ status, code: body.code }).toEqual({ status: 412, code: 'version.stale' })
    }
    expect((await admin.call('GET', `/sources/${id}`)).body.version).toBe(1)
  })
})

describe('a list', () => {
  it('200 with an exact total, and without one where none is asked for', async () => {
    const admin = await test.as()
    expect((await admin.call('GET', '/sources?limit=1')).body.total).toEqual({ value: expect.any(Number), exact: true })
    expect((await admin.call('GET', '/sources?limit=1&total=none')).body).not.toHaveProperty('total')
    expect((await admin.call('GET', '/events?limit=1')).body.total).toMatchObject({ exact: true })
    expect((await admin.call('GET', '/events?limit=1&since=2026-01-01T00:00:00Z')).body).not.toHaveProperty('total')
  })

  it.each([
    [{ from: '2000-01-01', to: '2000-01-31' }, 1],
    [['2000-01-01', '2000-01-31'], 1],
    [['2000-02-01', '2000-02-28'], 0],
  ])('200 for what lies between %j', async (value, count) => {
    const admin = await test.as()
    const { name } = await aCustomer(test.database.prisma, { createdAt: new Date('2000-01-15T12:00:00Z') })
    const filter = {
      and: [
        { field: 'name', op: 'eq', value: name },
        { field: 'createdAt', op: 'between', value },
      ],
    }
    const { status, body } = await admin.call('GET', `/customers?filter=${encodeURIComponent(JSON.stringify(filter))}`)
    expect({ status, count: body.items?.length }).toEqual({ status: 200, count })
  })

  it.each([[['1']], [['1', '2', '3']], [['2000-01-01', true]]])('400 for %j as both ends', async (value) => {
    const admin = await test.as()
    const filter = JSON.stringify({ field: 'createdAt', op: 'between', value })
    const { status, body } = await admin.call('GET', `/customers?filter=${encodeURIComponent(filter)}`)
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'filter.value' })
  })
})
