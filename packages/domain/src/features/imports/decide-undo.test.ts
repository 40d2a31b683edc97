import { describe, expect, it } from 'vitest'
import { customerFields } from '../customers/customers.fields.ts'
import { decideUndo, type WrittenRow } from './decide-undo.ts'

const updated: WrittenRow = {
  outcome: 'updated',
  version: 4,
  changes: [
    { field: 'shortName', old: 'A', new: 'B' },
    { field: 'tags', old: [], new: ['x', 'y'] },
  ],
  before: { shortName: 'A', tags: [] },
  isUsed: false,
}
const created: WrittenRow = { outcome: 'created', version: 1, changes: [], before: {}, isUsed: false }
const of = (row: WrittenRow, found?: object) => decideUndo(customerFields, found as never, row)

describe('decideUndo', () => {
  it('takes away what it made, unless it was changed, is used by others, or is gone', () => {
    expect(of(created, { version: 1 })).toMatchObject({ act: 'remove', code: null })
    expect(of(created, { version: 2 })).toMatchObject({ act: 'keep', code: 'import.changedSince' })
    expect(of({ ...created, isUsed: true }, { version: 1 })).toMatchObject({ act: 'keep', code: 'import.usedSince' })
    expect(of(created)).toMatchObject({ act: 'keep', code: 'import.gone' })
  })

  it('puts back all of a record nobody has touched, and of others the fields that hold what the import gave', () => {
    expect(of(updated, { version: 4 })).toMatchObject({ act: 'restore', values: updated.before, code: null })
    const elsewhere = { version: 5, shortName: 'B', tags: ['y', 'x'] }
    expect(of(updated, elsewhere)).toMatchObject({ act: 'restore', values: updated.before, code: null })
    const partly = of(updated, { ...elsewhere, shortName: 'C' })
    expect(partly).toEqual({ act: 'restore', values: { tags: [] }, code: 'import.partlySince', since: ['shortName'] })
    const none = of(updated, { version: 5, shortName: 'C', tags: [] })
    expect(none).toMatchObject({ act: 'keep', code: 'import.changedSince', since: ['shortName', 'tags'] })
  })
})
