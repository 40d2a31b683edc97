/** Rows that failed, put right and brought in again without the file. */
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useImports } from '../../test/imports.ts'

const test = useImports()
const mapping = [
  { column: '编码', target: 'code' },
  { column: '品名', target: 'label' },
  { column: '标准价', target: 'listPrice' },
]
const settings = { mapping, mode: 'upsert', fill: 'all', matchKeys: ['code'] }

describe('POST /imports/:id/decide, POST /imports/:id/retry', () => {
  it('202 brings in the failed rows alone; every row stays accounted for, and all can be undone [C10]', async () => {
    const admin = await test.as()
    const [good, mended, wrong] = [unique('P'), unique('P'), unique('P')]
    const lines = [good, mended, wrong].map((code, at) => `${code},净水器,${at === 0 ? '1200' : '一万'}\n`)
    const done = await test.bringIn(admin, 'products', `编码,品名,标准价\n${lines.join('')}`, settings)
    expect(done).toMatchObject({ rowCount: 3, created: 1, failed: 2, can: { decide: true, retry: true } })
    const { id } = done
    const cells = [{ column: '标准价', value: '10000' }]
    const rowOne = { rows: [{ rowNo: 1, cells }], version: done.version }
    const refused = await admin.call('POST', `/imports/${id}/decide`, rowOne)
    expect([refused.status, refused.body.code]).toEqual([409, 'import.state'])

    const fixed = { rows: [{ rowNo: 2, cells }], version: done.version }
    const { status, body: decided } = await admin.call('POST', `/imports/${id}/decide`, fixed)
    expect(status).toBe(200)
    // Checked at once: the person sees that it is right now.
    const { body: failed } = await admin.call('GET', `/imports/${id}/rows?outcome=failed`)
    expect(failed.items.map((row: { verdict: string }) => row.verdict)).toEqual(['new', 'error'])

    expect((await admin.call('POST', `/imports/${id}/retry`, { version: decided.version })).status).toBe(202)
    await test.work()
    const { body: now } = await admin.call('GET', `/imports/${id}`)
    expect(now).toMatchObject({ status: 'done', rowCount: 3, created: 2, updated: 0, skipped: 0, failed: 1 })
    const made = await test.database.prisma.product.findMany({
      where: { code: { in: [good, mended, wrong] } },
      orderBy: { createdAt: 'asc' },
    })
    expect(made.map(({ code, version }) => [code, version])).toEqual([
      [good, 1],
      [mended, 1],
    ])
    await admin.call('POST', `/imports/${id}/undo`, { version: now.version })
    await test.work()
    const { body: undone } = await admin.call('GET', `/imports/${id}`)
    expect(undone).toMatchObject({ status: 'undone', undone: 2, kept: 0, can: { retry: false, decide: false } })
  })

  it('409 where no row has failed', async () => {
    const admin = await test.as()
    const done = await test.bringIn(admin, 'products', `编码,品名,标准价\n${unique('P')},净水器,1\n`, settings)
    const retried = await admin.call('POST', `/imports/${done.id}/retry`, { version: done.version })
    expect([retried.status, retried.body.code]).toEqual([409, 'import.state'])
  })
})
