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
  const succeeds = { status: 0, output: expect.any(String) }

  beforeAll(() => {
    chmodSync(home, 0o755) // as root the database runs as somebody else, who must be able to enter
    copyCheckout(home)
    files = writeRooms(names, home)
    register(names, home)
    run(`oxfmt ${files.filter((file) => /\.tsx?$/.test(file)).join(' ')} packages/domain/src apps/api/src`)
  })

  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('has a room on every floor and nothing of the templates in it', () => {
    for (const floor of ['packages/domain/src/features', 'apps/api/src/features', 'prisma/schema', 'prisma/factories'])
      expect(files.some((file) => file.startsWith(`${floor}/sales-quotas`))).toBe(true)
    for (const file of files) expect(readFileSync(path.join(home, file), 'utf8')).not.toMatch(/sample.?thing|样例/i)
  })

  it('gets a client and a migration', async () => {
    expect(run('node tools/generate.ts')).toEqual(succeeds)
    expect(await writeMigration(home, 'add_sales_quotas', new Date())).toContain('add_sales_quotas/migration.sql')
  }, 120_000)

  it.each(['packages/domain', 'prisma', 'apps/api', 'apps/web'])(
    'is sound to the compiler in %s',
    (floor) => {
      expect(run(`tsc -p ${floor}`)).toEqual(succeeds)
    },
    120_000,
  )

  it('is formatted, and passes the linters and the boundaries', () => {
    expect(run('oxfmt --check packages apps prisma')).toEqual(succeeds)
    expect(run('oxlint --type-aware --deny-warnings packages apps prisma')).toEqual(succeeds)
    expect(run('node tools/boundaries/check.ts')).toEqual(succeeds)
    expect(run('node tools/lint/check.ts')).toEqual(succeeds)
  }, 120_000)

  it('works: its own tests pass against a database with its migration', () => {
    expect(run('vitest run --project api sales-quotas')).toEqual(succeeds)
  }, 240_000)

  it('would be caught if it were wrong', () => {
    writeFileSync(
      path.join(home, 'apps/api/src/features/sales-quotas/wrong.ts'),
      'export const wrong: number = "text"\n',
    )
    expect(run('tsc -p apps/api').status).not.toBe(0)
  }, 120_000)

  it('overwrites nothing', () => {
    expect(() => writeRooms(names, home)).toThrow('exists already')
    expect(() => writeRooms(namesOf('sources'), root)).toThrow('exists already')
  })
})
