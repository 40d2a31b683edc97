import { aProduct } from '@rapport/prisma/factories/products.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'
import { demandActiveProducts } from './products.queries.ts'

const test = useApp()
const draft = () => ({ code: unique('P-'), label: { zh: '除尘滤筒', en: 'Dust filter' } })
const absent = '00000000-0000-7000-8000-000000000009'

describe('POST /products', () => {
  it('201 creates a product with four decimals of price; it is found by code and sound', async () => {
    const admin = await test.as()
    const sent = { ...draft(), listPrice: '12.3456', cost: '8.1', taxRate: '0.13', unit: '只', series: 'F' }
    const { status, body } = await admin.call('POST', '/products', sent)
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...sent, currency: 'CNY', kind: 'good', active: true, version: 1 })
    for (const search of [sent.code, 'cclt', 'dust filter', '滤筒']) {
      const found = await admin.call('GET', `/products?search=${encodeURIComponent(search)}&limit=200`)
      expect(found.body.items.map((item: { id: string }) => item.id)).toContain(body.id)
    }
  })

  it('400 for a negative price and for more than four decimals', async () => {
    const admin = await test.as()
    for (const listPrice of ['-1', '1.00001']) {
      expect((await admin.call('POST', '/products', { ...draft(), listPrice })).status).toBe(400)
    }
  })

  it('403 without the right', async () => {
    const rep = await test.as({ role: 'rep' })
    expect((await rep.call('POST', '/products', draft())).status).toBe(403)
  })

  it('409 for a code that is taken, 201 once its holder lies in the trash [C8]', async () => {
    const admin = await test.as()
    const { id, code } = await aProduct(test.database.prisma)
    const refused = await admin.call('POST', '/products', { ...draft(), code })
    expect([refused.status, refused.body.errors[0].path]).toEqual([409, 'code'])
    await admin.call('DELETE', `/products/${id}`)
    expect((await admin.call('POST', '/products', { ...draft(), code })).status).toBe(201)
  })
})

describe('PATCH /products/:id', () => {
  it('200 changes price and activity; 409 for another’s code; 412 and 428 [C1]', async () => {
    const admin = await test.as()
    const { id } = await aProduct(test.database.prisma)
    const other = await aProduct(test.database.prisma)
    const sent = { listPrice: '9.99', active: false, version: 1 }
    expect((await admin.call('PATCH', `/products/${id}`, sent)).body).toMatchObject({ listPrice: '9.99', version: 2 })
    expect((await admin.call('PATCH', `/products/${id}`, { code: other.code, version: 2 })).status).toBe(409)
    expect((await admin.call('PATCH', `/products/${id}`, { unit: 'x', version: 1 })).status).toBe(412)
    expect((await admin.call('PATCH', `/products/${id}`, { unit: 'x' })).status).toBe(428)
    const event = await test.database.prisma.event.findFirstOrThrow({ where: { recordId: id } })
    expect(event.changes).toEqual([
      { field: 'listPrice', old: '0', new: '9.99' },
      { field: 'active', old: true, new: false },
    ])
  })
})

describe('GET /products', () => {
  it('200 without the cost for whoever’s role hides it, who can neither sort, filter nor write it [B3] [B4]', async () => {
    const rights = { products: ['read', 'update'] }
    const rules = { rights, scopes: { products: 'all' }, fieldRules: { 'products.cost': 'hidden' } }
    const blind = await test.as({ rules })
    const { id } = await aProduct(test.database.prisma, { cost: 5 })
    expect((await blind.call('GET', `/products/${id}`)).body).not.toHaveProperty('cost')
    const filter = encodeURIComponent(JSON.stringify({ field: 'cost', op: 'gt', value: '1' }))
    const paths = ['sort=cost', 'fields=cost', `filter=${filter}`]
    for (const query of paths) expect((await blind.call('GET', `/products?${query}`)).status).toBe(400)
    expect((await blind.call('GET', '/products/aggregate?measures=sum:cost')).status).toBe(400)
    expect((await blind.call('PATCH', `/products/${id}`, { cost: '1', version: 1 })).status).toBe(400)
  })

  it('200 offers the active ones to a picker', async () => {
    const admin = await test.as()
    const series = unique('series-')
    const active = await aProduct(test.database.prisma, { series })
    await aProduct(test.database.prisma, { series, active: false })
    const and = [
      { field: 'series', op: 'eq', value: series },
      { field: 'active', op: 'eq', value: true },
    ]
    const { body } = await admin.call('GET', `/products?filter=${encodeURIComponent(JSON.stringify({ and }))}`)
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([active.id])
  })
})

describe('DELETE /products/:id', () => {
  it('204 puts it into the trash; 404 afterwards', async () => {
    const admin = await test.as()
    const { id } = await aProduct(test.database.prisma)
    expect((await admin.call('DELETE', `/products/${id}`)).status).toBe(204)
    expect((await admin.call('GET', `/products/${id}`)).status).toBe(404)
    expect((await admin.call('DELETE', `/products/${id}`)).status).toBe(404)
  })
})

describe('demandActiveProducts', () => {
  it('422 names where an inactive or absent product stands', async () => {
    const active = await aProduct(test.database.prisma)
    const inactive = await aProduct(test.database.prisma, { active: false })
    const ctx = { db: test.database.prisma } as never
    const path = (_: string, index: number) => `lines.${index}.productId`
    await demandActiveProducts(ctx, [active.id], path)
    await expect(demandActiveProducts(ctx, [active.id, inactive.id], path)).rejects.toMatchObject({
      code: 'product.inactive',
      faults: [{ path: 'lines.1.productId' }],
    })
    await expect(demandActiveProducts(ctx, [absent], path)).rejects.toMatchObject({ code: 'reference.invalid' })
  })
})
