import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { aProduct } from '@rapport/prisma/factories/products.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { useImports } from '../imports.ts'

const test = useImports()
const rights = { imports: ['read', 'create'], products: ['read', 'create', 'import'] }
const clerk = () => test.as({ rules: { rights, scopes: { products: 'all' } } })
beforeAll(() => aSource(test.database.prisma, { kind: 'import' }))

describe('idor', () => {
  // Whoever knew or guessed an import's id read the rows of others that had failed.
  it('espocrm-CVE-2026-46691-import-errors-of-others', async () => {
    const [owner, other] = [await clerk(), await clerk()]
    const { body } = await test.upload(owner, 'products', 'code,name\n,canary-row\n')
    for (const part of ['', '/rows', '/errors.csv']) {
      const answer = await other.call('GET', `/imports/${body.id}${part}`)
      expect(answer.status).toBe(404)
      expect(JSON.stringify(answer.body)).not.toContain('canary-row')
    }
  })

  // An import could be pointed at the file of somebody else.
  it('espocrm-CVE-2026-109957-import-attachment-id', async () => {
    const [owner, other] = [await clerk(), await clerk()]
    const { body: theirs } = await test.upload(owner, 'products', 'code,name\nA,canary-row\n')
    const { fileKey } = await test.database.prisma.import.findUniqueOrThrow({ where: { id: theirs.id } })
    const { body: mine } = await test.upload(other, 'products', 'code,name\nB,b\n')
    for (const name of ['fileKey', 'file', 'attachmentId', 'fileId'])
      expect((await other.call('PATCH', `/imports/${mine.id}`, { [name]: fileKey, version: 1 })).status).toBe(400)
    expect(JSON.stringify(theirs)).not.toContain(fileKey)
  })

  // The right to import was asked for by the screen alone.
  it('twenty-19738-import-export-right-only-in-ui', async () => {
    const reader = await test.as({ rules: { rights: { ...rights, products: ['read', 'create', 'update'] } } })
    expect((await test.upload(reader, 'products', 'code,name\nA,a\n')).status).toBe(403)
    const none = await test.as({ rules: { rights: { products: ['read', 'import'] } } })
    expect((await test.upload(none, 'products', 'code,name\nA,a\n')).status).toBe(403)
  })
})

describe('code', () => {
  // A file name with dots and slashes left the folder of uploads.
  it('espocrm-CVE-2026-33656-formula-traversal', async () => {
    const admin = await test.as()
    for (const name of [
      '../../../../tmp/evil.csv',
      '..\\..\\evil.csv',
      '/etc/cron.d/evil',
      '%2e%2e%2fevil.csv',
      'a\u0000b.csv',
    ])
      expect((await test.upload(admin, 'products', 'code,name\nA,a\n', name)).status).toBe(201)
    const files = await readdir(path.join(test.home, 'uploads'))
    expect(files.filter((file) => !/^[0-9a-f]{32}$/.test(file))).toEqual([])
    expect(await readdir(test.home)).toEqual(['uploads'])
  })
})

describe('csv', () => {
  const errorsOf = async (cell: string) => {
    const admin = await test.as()
    const quoted = `"${cell.replaceAll('"', '""')}"`
    const { body } = await test.upload(admin, 'products', `code,name,listPrice\nA,${quoted},not a price\n`)
    await admin.call('PATCH', `/imports/${body.id}`, { version: 1 })
    await admin.call('POST', `/imports/${body.id}/dry-run`, { version: 2 })
    await test.work()
    return String((await admin.call('GET', `/imports/${body.id}/errors.csv`)).body)
  }

  // A cell that begins with a sign of a formula was run by the spreadsheet; mending = alone left + - @; mending the first
  // character left what stands behind white space.
  it.each([
    ['suitecrm-CVE-2020-15301', '=cmd|"/c calc"!A1'],
    ['suitecrm-CVE-2021-25960-incomplete-fix', '@SUM(1+1)*cmd|"/c calc"!A0'],
    ['espocrm-CVE-2026-55154-leading-whitespace', ' \u00a0\u200b=HYPERLINK("http://evil.example")'],
  ])('%s', async (_name, cell) => {
    const text = await errorsOf(cell)
    expect(text).toContain(`'${cell.replaceAll('"', '""')}`)
    expect(text).not.toMatch(/(^|,)"?[=@]/m)
  })
})

describe('silent-import', () => {
  // Rows with quotes, breaks, blanks and too few cells were left out without a word.
  it('importer-931-of-1112-rows-dropped', async () => {
    const admin = await test.as()
    const odd = ['"a\nb"', '"say ""hi"""', ' x ', "'", '中文', '=1', 'é']
    const lines = Array.from(
      { length: 1_112 },
      (_, at) => `${unique('c')},${odd[at % odd.length]}${at % 50 === 49 ? ',extra,cells' : ''}`,
    )
    lines.splice(300, 0, unique('short'))
    const done = await test.bringIn(admin, 'products', `code,name\n${lines.join('\n')}\n`)
    const { created, updated, skipped, failed, rowCount } = done
    expect(created + updated + skipped + failed).toBe(rowCount)
    expect(rowCount).toBe(lines.length)
  })

  // The page of errors stayed blank from its second page on.
  it('suitecrm-10773-errors-page-two-blank', async () => {
    const admin = await test.as()
    const lines = Array.from({ length: 250 }, (_, at) => `${unique('p')},n${at},not a price`)
    const { body } = await test.upload(admin, 'products', `code,name,listPrice\n${lines.join('\n')}\n`)
    await admin.call('PATCH', `/imports/${body.id}`, { version: 1 })
    await admin.call('POST', `/imports/${body.id}/dry-run`, { version: 2 })
    await test.work()
    const seen = new Set<number>()
    for (let cursor = ''; ;) {
      const { body: page } = await admin.call('GET', `/imports/${body.id}/rows?verdict=error&limit=100${cursor}`)
      expect(page.items.length).toBeGreaterThan(0)
      for (const { rowNo } of page.items) seen.add(rowNo)
      if (page.nextCursor === null) break
      cursor = `&cursor=${page.nextCursor}`
    }
    expect(seen.size).toBe(250)
  })

  // The import said done, and nobody could see what had come in.
  it('yetiforce-15545-leads-vanished', async () => {
    const admin = await test.as()
    const name = unique('visible-')
    const done = await test.bringIn(admin, 'customers', `name\n${name}\n`)
    expect(done.created).toBe(1)
    const { body } = await admin.call('GET', `/customers?search=${name}`)
    expect(body.items).toMatchObject([{ name }])
  })
})

describe('undead', () => {
  // A record in the trash, which nobody could see, kept its code from being used again.
  it('twenty-13195-blocked-by-invisible-trash', async () => {
    const admin = await test.as()
    const { id, code } = await aProduct(test.database.prisma)
    await admin.call('DELETE', `/products/${id}`)
    const label = { zh: 'a', en: 'a' }
    expect((await admin.call('POST', '/products', { code, label })).status).toBe(201)
  })

  // What had been deleted came back by the next write that knew its id.
  it('chatwoot-12054-deleted-returns', async () => {
    const admin = await test.as()
    const { id } = await aProduct(test.database.prisma)
    await admin.call('DELETE', `/products/${id}`)
    for (const [method, body] of [
      ['PATCH', { unit: 'x', version: 2 }],
      ['GET', undefined],
      ['DELETE', undefined],
    ] as const)
      expect((await admin.call(method, `/products/${id}`, body)).status).toBe(404)
    expect((await test.database.prisma.product.findUniqueOrThrow({ where: { id } })).deletedAt).not.toBeNull()
  })
})
