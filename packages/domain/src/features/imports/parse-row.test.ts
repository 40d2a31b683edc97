import { describe, expect, it } from 'vitest'
import { field, fieldsOf } from '../../field/kinds.ts'
import { assemble } from './assemble.ts'
import { parseRow } from './parse-row.ts'
import { planOf, type ImportOptions } from './plan.ts'
import type { ColumnMapping } from './propose-mapping.ts'
import { targetsOf } from './target.ts'

const label = { zh: '字段', en: 'Field' }
const fields = fieldsOf({
  name: field.text({ label, required: true }),
  label: field.label({ label }),
  ownerId: field.ref({ label, to: 'users', as: 'owner' }),
  phones: field.phones({ label }),
  addresses: field.addresses({ label }),
  since: field.date({ label }),
})
const targets = targetsOf(fields, {})
const planWith = (mapping: ColumnMapping[], options: Partial<ImportOptions> = {}) =>
  planOf(
    {
      id: 'i',
      entity: 'customers',
      headers: mapping.map(({ column }) => column),
      mapping,
      matchKeys: [],
      mode: 'create',
      history: false,
      sourceId: null,
      options: {
        fill: 'all',
        valueMaps: [],
        defaults: [],
        externalSource: 'import',
        dateOrder: null,
        numberFormat: 'point',
        timeZone: 'Asia/Shanghai',
        exported: false,
        ...options,
      },
    },
    targets,
  )
const to = (...paths: (string | null)[]) =>
  paths.map((target, index): ColumnMapping => ({ column: `c${index}`, target }))

describe('parseRow', () => {
  it('reads mapped columns and leaves the others', () => {
    const row = parseRow(planWith(to('name', null, 'ownerId')), 7, [' Acme ', 'x', 'Ann'])
    expect(row).toMatchObject({ rowNo: 7, problems: [], isBlank: false })
    expect([...row.values]).toEqual([['name', 'Acme']])
    expect([...row.lookups]).toEqual([['ownerId', 'Ann']])
  })

  it('replaces values and fills in defaults for what is empty', () => {
    const valueMaps = [{ column: 'c0', values: [{ from: 'GTXPro', to: 'GTX Pro' }] }]
    const plan = planWith(to('name', 'since'), { valueMaps, defaults: [{ target: 'since', value: '2026-01-02' }] })
    expect(Object.fromEntries(parseRow(plan, 1, ['GTXPro', '']).values)).toEqual({
      name: 'GTX Pro',
      since: '2026-01-02',
    })
    expect(Object.fromEntries(parseRow(plan, 1, ['GTXPro', '2020-01-01']).values)).toMatchObject({
      since: '2020-01-01',
    })
  })

  it('names the column of each problem', () => {
    const row = parseRow(planWith(to('name', 'since')), 1, ['a\u2400', '3/5/2026', 'lost cell'])
    expect(row.problems).toMatchObject([
      { column: null, code: 'import.tooManyCells' },
      { column: 'c0', target: 'name', code: 'text.malformed' },
      { column: 'c1', code: 'date.ambiguous', value: '3/5/2026', params: { candidates: ['2026-03-05', '2026-05-03'] } },
    ])
  })

  it('takes the guard of an export away when the file is one', () => {
    expect(parseRow(planWith(to('name'), { exported: true }), 1, ["'=1+1"]).values.get('name')).toBe('=1+1')
    expect(parseRow(planWith(to('name')), 1, ["'=1+1"]).values.get('name')).toBe("'=1+1")
  })

  it('knows an empty row', () => expect(parseRow(planWith(to('name', 'since')), 1, ['', ' ']).isBlank).toBe(true))
})

describe('assemble', () => {
  it('makes the draft a caller would send', () => {
    const plan = planWith(
      to('name', 'phones.mobile', 'phones.work', 'phones.mobile', 'addresses.city', 'addresses.street', 'label.en'),
    )
    const row = parseRow(plan, 1, ['Acme', '138 0000 0001', '0510-1', '138 0000 0002', '苏州', '', 'Yu'])
    expect(assemble(row.values)).toEqual({
      name: 'Acme',
      phones: [
        { type: 'mobile', number: '138 0000 0001' },
        { type: 'mobile', number: '138 0000 0002' },
        { type: 'work', number: '0510-1' },
      ],
      addresses: [
        { type: 'office', country: null, region: null, city: '苏州', district: null, street: null, postcode: null },
      ],
      label: { zh: 'Yu', en: 'Yu' },
    })
  })

  it('keeps the parts of another record apart', () => {
    const values = new Map<string, unknown>([
      ['name', 'Acme'],
      ['contact.name', 'Ann'],
      ['contact.phones.mobile', [{ type: 'mobile', number: '1' }]],
    ])
    expect(assemble(values)).toEqual({ name: 'Acme' })
    expect(assemble(values, 'contact')).toEqual({ name: 'Ann', phones: [{ type: 'mobile', number: '1' }] })
  })
})
