import { describe, expect, it } from 'vitest'
import { field, type Field } from '../../field/kinds.ts'
import { readCell } from './read-cell.ts'
import type { ColumnMapping } from './propose-mapping.ts'

const label = { zh: '字段', en: 'Field' }
const read = (one: Field, text: string, format: Partial<ColumnMapping> = {}, path = 'x.mobile') =>
  readCell({ path, label, field: one, names: [] }, text, format, 'Asia/Shanghai')
const choices = [
  { value: 'inContract', label: { zh: '已签约', en: 'In contract' } },
  { value: 'hot', label: { zh: '热', en: 'Hot' } },
]

describe('readCell', () => {
  it.each([
    [field.text({ label }), ' Acme ', 'Acme'],
    [field.int({ label }), '2,822', 2822],
    [field.money({ label, currencyField: 'currency' }), '¥1,054.00', '1054'],
    [field.percent({ label }), '25%', '0.25'],
    [field.percent({ label }), '0.3', '0.3'],
    [field.date({ label }), '2017/3/1', '2017-03-01'],
    [field.boolean({ label }), '是', true],
    [field.boolean({ label }), 'No', false],
    [field.choice({ label, choices }), 'in-contract', 'inContract'],
    [field.choice({ label, choices }), '热', 'hot'],
    [field.currency({ label }), '人民币', 'CNY'],
    [field.tags({ label }), 'football-fan, musician', ['football-fan', 'musician']],
  ] as [Field, string, unknown][])('%o reads %j as %j', (one, text, value) =>
    expect(read(one, text)).toEqual({ value }),
  )

  it('keeps phones and addresses apart, of the type the column is mapped to', () => {
    expect(read(field.phones({ label }), '138 0000 4417；0510-8600 0192')).toEqual({
      value: [
        { type: 'mobile', number: '138 0000 4417' },
        { type: 'mobile', number: '0510-8600 0192' },
      ],
    })
    expect(read(field.emails({ label }), 'a@example.com, b@example.com', {}, 'x.work')).toMatchObject({
      value: [{ type: 'work' }, {}],
    })
  })

  it('multiplies by the factor of the column, exactly', () => {
    expect(read(field.money({ label, currencyField: 'c' }), '12.5', { factor: '10000' })).toEqual({ value: '125000' })
  })

  it('says what is wrong', () => {
    expect(read(field.date({ label }), '3/5/2026')).toMatchObject({ fault: { code: 'date.ambiguous' } })
    expect(read(field.date({ label }), '2026-02-30')).toEqual({ fault: { code: 'date.malformed' } })
    expect(read(field.int({ label }), '1.5')).toMatchObject({ fault: { code: 'number.scale' } })
    expect(read(field.choice({ label, choices }), 'cold')).toMatchObject({ fault: { code: 'import.choice' } })
    expect(read(field.text({ label }), 'a\u0000b')).toEqual({ fault: { code: 'text.malformed' } })
    expect(read(field.ref({ label, to: 'users', as: 'owner' }), 'Ann')).toEqual({ lookup: 'Ann' })
  })
})
