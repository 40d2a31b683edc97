/** What is said of rows is said in the language of whoever reads it, not in that of the moment when they were checked. */
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aProduct } from '@rapport/prisma/factories/products.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { expect, it } from 'vitest'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'

const test = useImports()

const speaks = async (caller: Caller, locale: 'zh-CN' | 'en') => {
  const { body: me } = await caller.call('GET', '/session')
  const { status } = await caller.call('PATCH', '/session', { locale, version: me.user.version })
  expect(status).toBe(200)
}

it('200 words rows, kinds and the error file anew when their reader changes his language', async () => {
  const { prisma } = test.database
  const admin = await test.as()
  await speaks(admin, 'en')
  const criterion = { side: 'entry', kind: 'fieldFilled', params: { field: 'need' }, label: { zh: '需求', en: 'Need' } }
  const { label, stages } = await aPipeline(prisma, {
    stages: [
      { phase: 'open' },
      { phase: 'open', criteria: [criterion] },
      { phase: 'won', probability: '1' },
      { phase: 'lost', probability: '0' },
    ],
  })
  const [pipeline, stage] = [label, stages[1]!.label].map((one) => (one as { en: string }).en)
  const customer = await aCustomer(prisma, { name: unique('Customer ') })
  const file = `external id,customer,name,stage,pipeline\n${unique()},${customer.name},Deal,${stage},${pipeline}\n`
  const done = await test.bringIn(admin, 'opportunities', file)
  const messages = async (language: string) => {
    // What the browser speaks is no matter of the account's.
    const headers = { 'accept-language': language }
    const { body: rows } = await admin.call('GET', `/imports/${done.id}/rows`, undefined, headers)
    const { body: whole } = await admin.call('GET', `/imports/${done.id}`, undefined, headers)
    const { body: errors } = await admin.call('GET', `/imports/${done.id}/errors.csv`, undefined, headers)
    return [rows.items[0].problems[0].message, whole.problems[0].message, errors] as string[]
  }
  for (const told of await messages('zh')) expect(told).toMatch(/Criteria of the stage .* are not met: Need/)
  await speaks(admin, 'zh-CN')
  for (const told of await messages('en')) expect(told).toMatch(/阶段.*需求/)
  expect((await messages('en'))[2]).toContain('错误原因')
})

it('200 names what a value may have meant, and the record a row repeats, in the language of the reader', async () => {
  const { prisma } = test.database
  const admin = await test.as()
  await speaks(admin, 'en')
  const source = unique('Fair')
  await aSource(prisma, { label: { zh: `展会${source}`, en: `Spring ${source}` } })
  const body = await test.bringIn(admin, 'customers', `name,kind,source\n${unique('A ')},company,Sprang ${source}\n`)
  const proposed = async () => {
    const { body: now } = await admin.call('GET', `/imports/${body.id}`)
    return now.problems[0].values[0].proposals[0].label as string
  }
  expect(await proposed()).toBe(`Spring ${source}`)

  const code = unique('P-')
  await aProduct(prisma, { code, label: { zh: '泵', en: 'Pump' } })
  const again = await test.bringIn(admin, 'products', `code,name\n${code},Pump\n`, { mode: 'create' })
  const row = async () => {
    const { body: rows } = await admin.call('GET', `/imports/${again.id}/rows`)
    return rows.items[0].problems[0].message as string
  }
  expect(await row()).toContain('"Pump"')
  await speaks(admin, 'zh-CN')
  expect(await row()).toContain('“泵”')
  expect(await proposed()).toBe(`展会${source}`)
})
