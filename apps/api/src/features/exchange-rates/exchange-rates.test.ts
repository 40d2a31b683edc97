import { anExchangeRate } from '@rapport/prisma/factories/exchange-rates.ts'
import { describe, expect, it } from 'vitest'
import type { Ctx } from '../../ctx.ts'
import { useApp } from '../../test/app.ts'
import { rateOf } from './exchange-rates.queries.ts'

const test = useApp()
const rateFor = (currency: string, date: string) =>
  rateOf({ db: test.database.prisma } as unknown as Ctx, currency, date)

describe('rateOf', () => {
  it('takes the latest rate on or before the day', async () => {
    await anExchangeRate(test.database.prisma, { currency: 'EUR', date: '2026-03-01', rate: '7.81' })
    await anExchangeRate(test.database.prisma, { currency: 'EUR', date: '2026-03-10', rate: '7.90500000' })
    expect(await rateFor('EUR', '2026-03-09')).toBe('7.81')
    expect(await rateFor('EUR', '2026-03-10')).toBe('7.905')
    expect(await rateFor('EUR', '2026-04-10')).toBe('7.905')
  })

  it('422 when the latest rate is older than 31 days, or only a later one exists', async () => {
    await anExchangeRate(test.database.prisma, { currency: 'JPY', date: '2026-03-10', rate: '0.0478' })
    const missing = { code: 'rate.missing' }
    await expect(rateFor('JPY', '2026-04-11')).rejects.toMatchObject(missing)
    await expect(rateFor('JPY', '2026-03-09')).rejects.toMatchObject(missing)
    await expect(rateFor('GBP', '2026-03-09')).rejects.toMatchObject(missing)
  })

  it('is 1 for the base currency, whatever it is', async () => {
    expect(await rateFor('CNY', '1999-01-01')).toBe('1')
  })
})

describe('POST /exchange-rates', () => {
  it('201 keeps eight digits', async () => {
    const admin = await test.as()
    const sent = { currency: 'KRW', date: '2026-02-28', rate: '0.00521234' }
    const { status, body } = await admin.call('POST', '/exchange-rates', sent)
    expect({ status, ...body }).toMatchObject({ status: 201, ...sent, can: { delete: true } })
  })

  it('400 for zero, a ninth digit and a day that does not exist', async () => {
    const admin = await test.as()
    const sent = { currency: 'KRW', date: '2026-01-28', rate: '1' }
    for (const wrong of [{ rate: '0' }, { rate: '0.123456789' }, { date: '2026-02-30' }, { currency: 'kr' }])
      expect((await admin.call('POST', '/exchange-rates', { ...sent, ...wrong })).status).toBe(400)
  })

  it('403 for a rep, who may read them', async () => {
    const rep = await test.as({ role: 'rep' })
    const sent = { currency: 'KRW', date: '2026-01-27', rate: '1' }
    expect((await rep.call('POST', '/exchange-rates', sent)).status).toBe(403)
    expect((await rep.call('GET', '/exchange-rates')).status).toBe(200)
  })

  it('409 for a second rate of a day, 422 for the base currency', async () => {
    const admin = await test.as()
    const sent = { currency: 'CHF', date: '2026-01-27', rate: '8.1' }
    await admin.call('POST', '/exchange-rates', sent)
    expect((await admin.call('POST', '/exchange-rates', sent)).body.code).toBe('record.duplicate')
    expect((await admin.call('POST', '/exchange-rates', { ...sent, currency: 'CNY' })).body.code).toBe('rate.base')
  })
})

describe('DELETE /exchange-rates/:id', () => {
  it('204 takes out a wrong rate and leaves the event with its value', async () => {
    const admin = await test.as()
    const { id } = await anExchangeRate(test.database.prisma, { currency: 'USD', date: '2026-01-05', rate: '70' })
    expect((await admin.call('DELETE', `/exchange-rates/${id}`)).status).toBe(204)
    expect((await admin.call('GET', `/exchange-rates/${id}`)).status).toBe(404)
    const event = await test.database.prisma.event.findFirstOrThrow({ where: { recordId: id } })
    expect(event).toMatchObject({ type: 'exchangeRate.deleted', changes: [{ field: 'rate', old: '70', new: null }] })
  })
})
