import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { judge } from '../gate/rule.ts'
import { listModules, root } from '../source/files.ts'
import { parseModule } from '../source/module.ts'
import { readTree } from '../source/tree.ts'
import type { Tree } from '../source/tree.ts'
import { money } from './rules/money.ts'
import { gluedSql, spreadRequests, unsafeSql } from './rules/sql.ts'

const sqlRules = [unsafeSql, gluedSql, spreadRequests]
const tree = readTree(root, listModules())

const treeOf = (files: Record<string, string>): Tree => ({
  modules: new Map(Object.entries(files).map(([file, source]) => [file, parseModule(file, source)])),
})
const command = (source: string) => treeOf({ 'apps/api/src/features/leads/leads.commands.ts': source })

describe('queries', () => {
  it('take no request object and no glued text anywhere in the tree [B10]', () => {
    expect(tree.modules.size).toBeGreaterThan(50)
    expect(judge(tree, sqlRules)).toEqual([])
  })

  it('are generated with the check that undefined never means all rows [B10]', () => {
    const schema = readFileSync(path.join(root, 'prisma/schema/_base.prisma'), 'utf8')
    expect(schema).toMatch(/previewFeatures\s*=\s*\[.*"strictUndefinedChecks".*\]/)
  })

  it.each([
    ['db.$queryRawUnsafe(text)', 'unsafe-sql'],
    ['db.$executeRawUnsafe(text)', 'unsafe-sql'],
    ['Prisma.raw(name)', 'unsafe-sql'],
    ['client.query(`select ${name}`)', 'glued-sql'],
    ["client.query('select ' + name)", 'glued-sql'],
    ['find({ where: { ...filter } })', 'spread-requests'],
    ['find({ where: { ...(on && query) } })', 'spread-requests'],
    ['find({ where: query })', 'spread-requests'],
    ['write({ data: { ...request.body } })', 'spread-requests'],
    ['write({ data: patch })', 'spread-requests'],
  ])('planted: %s is refused [B10]', (code, rule) => {
    expect(judge(command(code), sqlRules).map((finding) => finding.rule)).toEqual([rule])
  })

  it.each([
    'client.query(`select 1`)',
    'find({ where: { id, ...(on && { on }) } })',
    'write({ data: { ...changes, version } })',
  ])('%s is fine', (code) => expect(judge(command(code), sqlRules)).toEqual([]))
})

describe('amounts', () => {
  const fields = { 'packages/domain/src/features/leads/leads.fields.ts': 'export const f = { price: field.money({}) }' }
  const uses = (code: string) => judge(treeOf({ ...fields, 'apps/web/src/features/leads/total.ts': code }), [money])

  it('are nowhere in the tree calculated as numbers [D13]', () => {
    expect(judge(tree, [money])).toEqual([])
  })

  it.each(['lead.price * 2', 'a.price + b.price', 'Number(lead.price)', '+lead.price', 'a.price < b.price'])(
    'planted: %s is refused [D13]',
    (code) => expect(uses(code)).not.toEqual([]),
  )

  it.each(['lead.size * 2', 'plus(a.price, b.price)', 'price === other'])('%s is fine', (code) => {
    expect(uses(code)).toEqual([])
  })
})
