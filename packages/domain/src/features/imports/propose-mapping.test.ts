import { describe, expect, it } from 'vitest'
import { field, fieldsOf } from '../../field/kinds.ts'
import { detectHeader } from './detect-header.ts'
import { factorOf, uniqueHeaders } from './header-names.ts'
import { proposeMapping } from './propose-mapping.ts'
import { derivedOf, targetsOf } from './target.ts'

const fields = fieldsOf({
  name: field.text({ label: { zh: '名称', en: 'Name' }, required: true }),
  ownerId: field.ref({ label: { zh: '负责人', en: 'Owner' }, to: 'users', as: 'owner' }),
  phones: field.phones({ label: { zh: '电话', en: 'Phones' } }),
  emails: field.emails({ label: { zh: '邮箱', en: 'E-mails' } }),
  annualRevenue: field.money({ label: { zh: '年采购额', en: 'Revenue' }, currencyField: 'currency' }),
  birthDate: field.date({ label: { zh: '生日', en: 'Birth date' } }),
  tier: field.text({ label: { zh: '客户级别', en: 'Tier' }, derived: true }),
})
const names = {
  name: ['单位名称', '客户名称', 'account', 'company'],
  ownerId: ['业务员', '销售', 'sales agent'],
  'phones.mobile': ['手机号', '手机', 'mobile'],
  'phones.work': ['固话', '电话', 'phone'],
}
const entity = { targets: targetsOf(fields, names), derived: derivedOf(fields, {}), keys: ['name'] }
const propose = (...columns: [string, string[]?][]) =>
  proposeMapping(
    columns.map(([header, samples = []]) => ({ header, samples })),
    entity,
  )
const targets = (...columns: [string, string[]?][]) => propose(...columns).map(({ target }) => target)

describe('proposeMapping', () => {
  it('knows columns by their Chinese and English names', () => {
    expect(targets(['单位名称'], ['手机号'], ['固话'], ['业务员'])).toEqual([
      'name',
      'phones.mobile',
      'phones.work',
      'ownerId',
    ])
    expect(targets(['Account'], ['sales_agent'], ['Birth Date *'])).toEqual(['name', 'ownerId', 'birthDate'])
  })

  it('gives a target to the column whose name fits best, and the rest say why not', () => {
    expect(propose(['客户名称全称'], ['名称'], ['名称 (2)'], ['乱七八糟'], ['客户级别'])).toEqual([
      { column: '客户名称全称', target: null, leftOut: 'unknown' },
      { column: '名称', target: 'name' },
      { column: '名称 (2)', target: null, leftOut: 'taken' },
      { column: '乱七八糟', target: null, leftOut: 'unknown' },
      { column: '客户级别', target: null, leftOut: 'derived' },
    ])
  })

  it('lets values speak where the name does not, and against a name that does not fit them', () => {
    expect(targets(['x', ['a@example.com', 'b@example.org']], ['Revenue class', ['high', 'low']])).toEqual([
      'emails.work',
      null,
    ])
  })

  it('reads how dates and numbers are written', () => {
    expect(propose(['生日', ['25/12/1990', '3/5/1991']], ['年采购额（万）', ['12.5', '80']])).toEqual([
      { column: '生日', target: 'birthDate', dateOrder: 'dmy' },
      { column: '年采购额（万）', target: 'annualRevenue', factor: '10000' },
    ])
  })
})

describe('detectHeader', () => {
  it.each([
    [
      [
        ['name', 'phone'],
        ['Ann', '12345678'],
      ],
      0,
    ],
    [
      [
        ['Customers 2026', ''],
        ['name', 'phone', 'city'],
        ['Ann', '1', 'x'],
      ],
      1,
    ],
    [
      [
        ['Ann', '2026-03-05'],
        ['Bob', '2026-03-06'],
      ],
      null,
    ],
    [[['a@example.com', 'x']], null],
    [[], null],
  ])('%j → %j', (rows, position) => expect(detectHeader(rows)).toBe(position))
})

it('names every column once', () => {
  expect(uniqueHeaders(['a', ' a ', '', 'b'])).toEqual(['a', 'a (2)', '#3', 'b'])
})

it('takes a factor from the brackets of a header', () => {
  expect([factorOf('年采购额（万元）'), factorOf('revenue (USD million)'), factorOf('revenue (USD)')]).toEqual([
    '10000',
    '1000000',
    null,
  ])
})
