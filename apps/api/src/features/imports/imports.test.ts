import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useImports } from '../../test/imports.ts'

const test = useImports()
const products = (...codes: string[]) =>
  `编码,品名,标准价\n${codes.map((code) => `${code},净水器 ${code},1200\n`).join('')}`
const mapping = [
  { column: '编码', target: 'code' },
  { column: '品名', target: 'label' },
  { column: '标准价', target: 'listPrice' },
]

describe('POST /imports', () => {
  it('201 tells how the file is written and proposes where its columns go', async () => {
    const admin = await test.as()
    const { status, body, headers } = await test.upload(
      admin,
      'products',
      '产品编码,品名,标准价,颜色\nA-1,净水器,"1,200",蓝\nA-2,滤芯,80,\n',
    )
    expect(status).toBe(201)
    expect(body).toMatchObject({
      entity: 'products',
      encoding: 'utf-8',
      delimiter: ',',
      headerRow: 1,
      rowCount: 2,
      status: 'uploaded',
      columns: [{ header: '产品编码', filled: 2, samples: ['A-1', 'A-2'] }, {}, {}, { header: '颜色', filled: 1 }],
      sample: [
        ['A-1', '净水器', '1,200', '蓝'],
        ['A-2', '滤芯', '80', ''],
      ],
      mapping: [{ target: 'code' }, { target: 'label' }, { target: 'listPrice' }, { column: '颜色', target: null }],
      proposal: [{}, {}, {}, { leftOut: 'unknown' }],
      matchKeys: ['code'],
      checked: null,
      can: { edit: true, dryRun: false, run: false, cancel: true },
    })
    expect(body.targets).toContainEqual(
      expect.objectContaining({ path: 'listPrice', label: { zh: '标准价', en: 'List price' }, kind: 'decimal' }),
    )
    expect(headers.location).toBe(`/api/v1/imports/${body.id}`)
    const [event] = await test.database.prisma.event.findMany({ where: { recordId: body.id } })
    expect(event).toMatchObject({ type: 'import.created', actorId: admin.userId })
  })

  it('400 for an unknown entity, a missing file or a part nobody asked for, and no file stays behind', async () => {
    const admin = await test.as()
    const before = await readdir(path.join(test.home, 'uploads'))
    expect((await test.upload(admin, 'roles', 'a,b\n1,2\n')).body.errors).toMatchObject([
      { path: 'entity', code: 'field.choice' },
    ])
    const form = new FormData()
    form.set('entity', 'products')
    expect((await admin.call('POST', '/imports', form)).body.errors).toMatchObject([
      { path: 'file', code: 'file.missing' },
    ])
    form.set('extra', 'x')
    expect((await admin.call('POST', '/imports', form)).status).toBe(400)
    expect(await readdir(path.join(test.home, 'uploads'))).toEqual(before)
  })

  it('401 without a session, 403 without the right to import this noun', async () => {
    const form = new FormData()
    expect((await test.nobody.call('POST', '/imports', form)).status).toBe(401)
    const rep = await test.as({ rules: { rights: { imports: ['read', 'create'], products: ['read'] } } })
    expect((await test.upload(rep, 'products', products('A'))).status).toBe(403)
  })

  it('413 beyond 100 MiB [D1]', { timeout: 60_000 }, async () => {
    const admin = await test.as()
    const { status, body } = await test.upload(admin, 'products', Buffer.alloc(100 * 1024 * 1024 + 1, 'a,b\n'))
    expect([status, body.code]).toEqual([413, 'body.tooLarge'])
  })

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x', 'multipart/form-data; boundary='])(
    '400 for %s that holds no form [D3]',
    async (type) => {
      const admin = await test.as()
      const { status, body } = await admin.call('POST', '/imports', { entity: 'products' }, { 'content-type': type })
      expect([status, body.code]).toEqual([400, 'request.malformed'])
    },
  )

  it('415 for JSON, and for a form anywhere else [D3]', async () => {
    const admin = await test.as()
    expect((await admin.call('POST', '/imports', { entity: 'products' })).body.code).toBe('media.unsupported')
    const form = new FormData()
    form.set('code', 'x')
    expect((await admin.call('POST', '/products', form)).status).toBe(415)
  })

  it('422 says what is wrong with the file', async () => {
    const admin = await test.as()
    const { status, body } = await test.upload(admin, 'products', Buffer.from('89504e470d0a1a0a', 'hex'))
    expect([status, body.code, body.errors[0].code]).toEqual([422, 'import.file', 'file.kind'])
  })

  it('201 once for the same key and file, 422 for another file [C3]', async () => {
    const admin = await test.as()
    const send = async (content: string, key: string) => {
      const form = new FormData()
      form.set('entity', 'products')
      form.set('file', new Blob([content]), 'a.csv')
      return admin.call('POST', '/imports', form, { 'idempotency-key': key })
    }
    const key = unique()
    const first = await send(products('A'), key)
    const again = await send(products('A'), key)
    expect([again.body.id, again.headers['idempotency-replayed']]).toEqual([first.body.id, 'true'])
    expect((await send(products('B'), key)).body.code).toBe('idempotency.differs')
  })

  it('422 for a writing that is not recognised, 201 when it is said', async () => {
    const admin = await test.as()
    const latin = Buffer.concat([Buffer.from('code,label\nA-1,Caf'), Buffer.from([0xe9, 0x0a])])
    const refused = await test.upload(admin, 'products', latin)
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'file.encoding'])
    const said = (encoding: string) => {
      const form = new FormData()
      form.set('entity', 'products')
      form.set('encoding', encoding)
      form.set('file', new Blob([new Uint8Array(latin)]), 'old.csv')
      return admin.call('POST', '/imports', form)
    }
    const { status, body } = await said('windows-1252')
    expect([status, body.encoding, body.sample]).toEqual([201, 'windows-1252', [['A-1', 'Café']]])
    expect((await said('ebcdic')).status).toBe(400)
  })
})

describe('PATCH /imports/:id', () => {
  it('200 settles the mapping; what does not exist is 422 by name', async () => {
    const admin = await test.as()
    const { body } = await test.upload(admin, 'products', products('A'))
    const patch = {
      mapping: [
        { column: '编码', target: 'nothing' },
        { column: '没有', target: 'code' },
      ],
      matchKeys: ['nix'],
      version: 1,
    }
    const refused = await admin.call('PATCH', `/imports/${body.id}`, patch)
    expect([refused.status, refused.body.code]).toEqual([422, 'import.columns'])
    expect(refused.body.errors.map((error: { path: string }) => error.path)).toEqual([
      'mapping.0.target',
      'mapping.1.column',
      'matchKeys.0',
    ])
    const settled = await admin.call('PATCH', `/imports/${body.id}`, { mapping, mode: 'upsert', version: 1 })
    expect(settled.body).toMatchObject({ status: 'mapped', mode: 'upsert', version: 2, can: { dryRun: true } })
  })

  it('200 reads the file again for another delimiter', async () => {
    const admin = await test.as()
    const { body } = await test.upload(admin, 'products', 'code,x;label,y\nA,1;B,2\nC,3;D,4\n')
    const { body: again } = await admin.call('PATCH', `/imports/${body.id}`, { delimiter: ';', version: 1 })
    expect(again).toMatchObject({ delimiter: ';', rowCount: 2, columns: [{ header: 'code,x' }, { header: 'label,y' }] })
  })

  it('403 for somebody else and for past records without the right, 404 for who does not see it [B5]', async () => {
    const rights = { imports: ['read', 'create'], products: ['read', 'create', 'import'] }
    const [admin, clerk, other] = [
      await test.as(),
      await test.as({ rules: { rights } }),
      await test.as({ rules: { rights } }),
    ]
    const { body } = await test.upload(clerk, 'products', products('A'))
    expect((await other.call('PATCH', `/imports/${body.id}`, { mode: 'update', version: 1 })).status).toBe(404)
    expect((await other.call('GET', `/imports/${body.id}/rows`)).status).toBe(404)
    expect((await other.call('GET', `/imports/${body.id}/errors.csv`)).status).toBe(404)
    expect((await admin.call('PATCH', `/imports/${body.id}`, { mode: 'update', version: 1 })).status).toBe(403)
    expect((await admin.call('PATCH', `/imports/${body.id}`, { encoding: 'big5', version: 1 })).status).toBe(403)
    expect((await clerk.call('PATCH', `/imports/${body.id}`, { history: true, version: 1 })).status).toBe(403)
    expect((await clerk.call('GET', `/imports/${body.id}`)).body).toMatchObject({
      version: 1,
      mode: 'create',
      history: false,
    })
  })

  it('200 shows who sees all imports what became of one, and nothing of its file [B3]', async () => {
    const rights = { imports: ['read', 'create'], products: ['read', 'create', 'import'] }
    const clerk = await test.as({ rules: { rights } })
    const done = await test.bringIn(clerk, 'products', `编码,品名,标准价\n${unique('p-')},Canary,manifold\n`, {
      mapping,
      valueMaps: [{ column: '标准价', values: [{ from: 'Canary', to: '1' }] }],
    })
    expect(JSON.stringify(done)).toMatch(/Canary.*manifold|manifold.*Canary/)
    const onlooker = await test.as({ rules: { rights: { imports: ['read'] }, scopes: { imports: 'all' } } })
    const { status, body } = await onlooker.call('GET', `/imports/${done.id}`)
    expect([status, body.failed, body.problems[0].rows]).toEqual([200, 1, 1])
    expect(JSON.stringify(body)).not.toMatch(/Canary|manifold/)
  })

  it('412 for a stale version, 428 without one [C1]', async () => {
    const admin = await test.as()
    const { body } = await test.upload(admin, 'products', products('A'))
    expect((await admin.call('PATCH', `/imports/${body.id}`, { mode: 'update', version: 9 })).status).toBe(412)
    expect((await admin.call('PATCH', `/imports/${body.id}`, { mode: 'update' })).status).toBe(428)
  })
})

describe('POST /imports/:id/dry-run and /run', () => {
  it('202 checks every row, writes none, then brings in those without fault', async () => {
    const admin = await test.as()
    const [a, b] = [unique('p-'), unique('p-')]
    const { body } = await test.upload(
      admin,
      'products',
      `编码,品名,标准价\n${a},甲,1200\n${b},乙,many\n,丙,5\n${a},丁,7\n${unique('L')},${'长'.repeat(300)},8\n`,
    )
    await admin.call('PATCH', `/imports/${body.id}`, { mapping, matchKeys: ['code'], version: 1 })
    const started = await admin.call('POST', `/imports/${body.id}/dry-run`, { version: 2 })
    expect([started.status, started.body.status]).toEqual([202, 'checking'])
    await test.work()
    const { body: checked } = await admin.call('GET', `/imports/${body.id}`)
    expect(checked).toMatchObject({ status: 'dryRun', checked: { new: 1, update: 0, duplicate: 1, error: 3 } })
    expect(checked.problems).toMatchObject([
      { code: 'field.required', target: 'code', rows: 1, severity: 'error' },
      { code: 'number.malformed', column: '标准价', rows: 1, values: [{ value: 'many', rows: 1 }] },
      { code: 'text.length', column: '品名', rows: 1, message: 'Must have between 1 and 100 characters' },
      { code: 'import.sameFile', severity: 'warning', rows: 1 },
    ])
    expect(await test.database.prisma.product.count({ where: { code: { in: [a, b] } } })).toBe(0)
    await admin.call('POST', `/imports/${body.id}/run`, { version: checked.version })
    await test.work()
    const { body: done } = await admin.call('GET', `/imports/${body.id}`)
    expect(done).toMatchObject({
      status: 'done',
      created: 1,
      updated: 0,
      skipped: 1,
      failed: 3,
      rowCount: 5,
      progress: 5,
    })
    const product = await test.database.prisma.product.findFirstOrThrow({ where: { code: a } })
    const events = await test.database.prisma.event.findMany({ where: { recordId: product.id } })
    expect(events).toMatchObject([{ type: 'product.imported', actorId: admin.userId, recordVersion: 1 }])
  })

  it('409 for a run without a check and a second start, 422 names what is missing', async () => {
    const admin = await test.as()
    const { body } = await test.upload(admin, 'products', products(unique()))
    expect((await admin.call('POST', `/imports/${body.id}/run`, { version: 1 })).body.code).toBe('import.state')
    await admin.call('PATCH', `/imports/${body.id}`, {
      mapping: mapping.slice(1),
      mode: 'upsert',
      matchKeys: [],
      version: 1,
    })
    const refused = await admin.call('POST', `/imports/${body.id}/dry-run`, { version: 2 })
    expect(refused.body).toMatchObject({
      code: 'import.columns',
      errors: [{ code: 'import.targetMissing', params: { target: 'code' } }],
    })
    await admin.call('PATCH', `/imports/${body.id}`, { mapping, version: 2 })
    expect((await admin.call('POST', `/imports/${body.id}/dry-run`, { version: 3 })).body.code).toBe('import.match_key')
    await admin.call('PATCH', `/imports/${body.id}`, { matchKeys: ['code'], version: 3 })
    expect((await admin.call('POST', `/imports/${body.id}/dry-run`, { version: 4 })).status).toBe(202)
    expect((await admin.call('POST', `/imports/${body.id}/dry-run`, { version: 5 })).body.code).toBe('import.running')
    await test.work()
  })
})

it('does not go on for somebody who may no longer import [B7]', async () => {
  const clerk = await test.as({
    rules: { rights: { imports: ['read', 'create'], products: ['read', 'create', 'import'] }, scopes: {} },
  })
  const code = unique('p-')
  const { body } = await test.upload(clerk, 'products', products(code))
  await clerk.call('PATCH', `/imports/${body.id}`, { mapping, version: 1 })
  await clerk.call('POST', `/imports/${body.id}/dry-run`, { version: 2 })
  await test.database.prisma.userRole.deleteMany({ where: { userId: clerk.userId } })
  await test.work()
  const stored = await test.database.prisma.import.findUniqueOrThrow({ where: { id: body.id } })
  expect(stored).toMatchObject({ status: 'failed', error: 'import.ownerGone' })
})

it('keeps a source for the new customers of a file', async () => {
  const admin = await test.as()
  const source = await aSource(test.database.prisma, { kind: 'import' })
  const { body } = await test.upload(admin, 'customers', `客户名称\n${unique('甲')}\n`)
  expect(body).toMatchObject({
    source: { id: source.id },
    defaults: [{ target: 'kind', value: 'company' }],
    matchKeys: ['name'],
  })
})
