/** A throw-away entity, generated into a copy of the checkout and put through the checks a real one would meet. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeMigration } from '../migrations/write.ts'
import { root } from '../source/files.ts'
import { copyCheckout } from './copy.ts'
import { writeRooms } from './generate.ts'
import { namesOf, rename } from './names.ts'
import { register } from './register.ts'

const COLOUR_TEST = `
import { expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()

it('stores, changes, filters and tells the new field', async () => {
  const admin = await test.as()
  const { body: made } = await admin.call('POST', '/sales-quotas', { name: 'a', colour: 'red' })
  const { body: changed } = await admin.call('PATCH', '/sales-quotas/' + made.id, { colour: 'blue', version: 1 })
  expect([made.colour, changed.colour]).toEqual(['red', 'blue'])
  const filter = encodeURIComponent(JSON.stringify({ field: 'colour', op: 'eq', value: 'blue' }))
  const { body: list } = await admin.call('GET', '/sales-quotas?sort=colour&filter=' + filter)
  expect(list.items.map((item: { id: string }) => item.id)).toEqual([made.id])
  const events = await test.database.prisma.event.findMany({ where: { recordId: made.id }, select: { changes: true } })
  expect(JSON.stringify(events)).toContain('blue')
})
`

const FLOORS = [
  'packages/domain/src/features',
  'apps/api/src/features',
  'apps/web/src/features',
  'prisma/schema',
  'prisma/factories',
]

const names = namesOf('sales-quotas', { zh: '销售定额' })

describe('the spellings of a noun', () => {
  it.each([
    ['invoices', 'invoice'],
    ['companies', 'company'],
    ['branches', 'branch'],
    ['sales-quotas', 'sales-quota'],
  ])('%s has the singular %s', (plural, singular) => expect(namesOf(plural).singular).toBe(singular))

  it.each(['Invoices', 'invoice', 'sales_targets', '', '../x', 'a b'])('refuses "%s"', (name) => {
    expect(() => namesOf(name)).toThrow(name)
  })

  it('takes an irregular singular', () => expect(namesOf('people', { singular: 'person' }).singular).toBe('person'))

  it('renames each spelling', () => {
    const text = 'sampleThings SampleThing sample_things sample-thing.ts "Sample things" a sample thing 样例'
    const renamed = 'salesQuotas SalesQuota sales_quotas sales-quota.ts "Sales quotas" a sales quota 销售定额'
    expect(rename(text, names)).toBe(renamed)
  })
})

describe('a generated entity', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'rapport-entity-'))
  let files: string[] = []

  const run = (command: string) => {
    const { status, stdout, stderr } = spawnSync(command, {
      cwd: home,
      shell: true,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    })
    return { status, output: stdout + stderr }
  }
  const failureOf = (command: string) => {
    const { status, output } = run(command)
    return status === 0 ? '' : output
  }

  beforeAll(() => {
    chmodSync(home, 0o755) // as root the database runs as somebody else, who must be able to enter
    copyCheckout(home)
    files = writeRooms(names, home)
    register(names, home)
    run(
      `oxfmt ${files.filter((file) => /\.tsx?$/.test(file)).join(' ')} packages/domain/src apps/api/src apps/web/src/app apps/web/src/lib`,
    )
  })

  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('has a room on every floor and nothing of the templates in it', () => {
    for (const floor of FLOORS) expect(files.some((file) => file.startsWith(`${floor}/sales-quotas`))).toBe(true)
    for (const file of files) expect(readFileSync(path.join(home, file), 'utf8')).not.toMatch(/sample.?thing|样例/i)
  })

  it('gets a client and a migration', async () => {
    expect(failureOf('node tools/generate.ts')).toBe('')
    expect(await writeMigration(home, 'add_sales_quotas', new Date())).toContain('add_sales_quotas/migration.sql')
  }, 300_000)

  it.each(['packages/domain', 'prisma', 'apps/api', 'apps/web'])(
    'is sound to the compiler in %s',
    (floor) => {
      expect(failureOf(`tsc -p ${floor}`)).toBe('')
    },
    120_000,
  )

  it('is formatted, and passes the linters and the boundaries', () => {
    expect(failureOf('oxfmt --check packages apps prisma')).toBe('')
    expect(failureOf('oxlint --type-aware --deny-warnings packages apps prisma')).toBe('')
    expect(failureOf('node tools/boundaries/check.ts')).toBe('')
    expect(failureOf('node tools/lint/check.ts')).toBe('')
  }, 300_000)

  it('works: its own tests pass against a database with its migration', () => {
    expect(failureOf('vitest run --project api sales-quotas')).toBe('')
    expect(failureOf('vitest run --project web locales')).toBe('')
  }, 240_000)

  it('takes a field by a column, a line and a migration, as docs/adding-a-field.md says', async () => {
    const edit = (file: string, before: string, line: string) => {
      const text = readFileSync(path.join(home, file), 'utf8')
      expect(text).toContain(before)
      writeFileSync(path.join(home, file), text.replace(before, `${line}\n${before}`))
    }
    edit('prisma/schema/sales-quotas.prisma', '  archivedAt ', '  colour String?')
    const field = `  colour: field.text({ label: { zh: '颜色', en: 'Colour' }, max: 20, sortable: true, filterable: true }),`
    edit('packages/domain/src/features/sales-quotas/sales-quotas.fields.ts', '  archivedAt: ', field)
    expect(failureOf('node tools/generate.ts')).toBe('')
    expect(await writeMigration(home, 'add_colour', new Date(Date.now() + 1000))).toContain('add_colour')
    writeFileSync(path.join(home, 'apps/api/src/features/sales-quotas/colour.test.ts'), COLOUR_TEST)
    expect(failureOf('tsc -p apps/api')).toBe('')
    expect(failureOf('vitest run --project api sales-quotas/colour')).toBe('')
  }, 240_000)

  it('would be caught if it were wrong', () => {
    writeFileSync(
      path.join(home, 'apps/api/src/features/sales-quotas/wrong.ts'),
      'export const wrong: number = "text"\n',
    )
    expect(run('tsc -p apps/api').status).not.toBe(0)
  }, 300_000)

  it('overwrites nothing', () => {
    expect(() => writeRooms(names, home)).toThrow('exists already')
    expect(() => writeRooms(namesOf('sources'), root)).toThrow('exists already')
  })
})
