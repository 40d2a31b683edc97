import { describe, expect, it } from 'vitest'
import { visibleColumns, withOrder, withWidth, type GridColumn } from './columns.ts'

const column = (id: string, more: Partial<GridColumn<object>> = {}): GridColumn<object> => ({
  id,
  label: id,
  width: 100,
  cell: () => null,
  ...more,
})
const columns = [column('name', { grow: true }), column('city'), column('owner'), column('note', { optional: true })]
const shown = (chosen: string[] | null) => visibleColumns(columns, chosen).map(({ id, width }) => `${id}:${width}`)

describe('widths of columns', () => {
  it('hold for the column they name, the first among them, and for nothing else', () => {
    expect(shown(['owner:160', 'name:320', 'city'])).toEqual(['name:320', 'owner:160', 'city:100'])
    expect(visibleColumns(columns, ['name:320'])[0]?.grow).toBe(false)
    expect(shown(['owner:9', 'city'])).toEqual(['name:100', 'city:100'])
  })

  it('are chosen one by one, begin with the usual columns, and are taken back', () => {
    const first = withWidth(columns, null, 'owner', 160)
    expect(first).toEqual(['city', 'owner:160'])
    const second = withWidth(columns, first, 'name', 320)
    expect(second).toEqual(['name:320', 'city', 'owner:160'])
    expect(withWidth(columns, second, 'owner')).toEqual(['name:320', 'city', 'owner'])
  })

  it('stay while columns change their order; a column that goes takes its width along', () => {
    expect(withOrder(columns, ['name:320', 'city', 'owner:160'], ['owner', 'note'])).toEqual([
      'name:320',
      'owner:160',
      'note',
    ])
    expect(withOrder(columns, ['city:90', 'owner'], ['owner'])).toEqual(['owner'])
  })
})
