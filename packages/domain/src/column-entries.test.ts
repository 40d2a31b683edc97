import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnName, columnWidths, fitWidth, readColumn, writeColumn } from './column-entries.ts'

const name = fc.stringMatching(/^[a-z][A-Za-z]{0,20}$/)

describe('column entries', () => {
  it('come back as they were written, within the limits', () => {
    fc.assert(
      fc.property(name, fc.option(fc.integer({ min: -50, max: 2_000 }), { nil: undefined }), (of, width) => {
        const read = readColumn(writeColumn({ name: of, ...(width !== undefined && { width }) }))
        expect(read).toEqual(width === undefined ? { name: of } : { name: of, width: fitWidth(width) })
      }),
    )
  })

  it.each([
    `city:${columnWidths.min - 1}`,
    `city:${columnWidths.max + 1}`,
    'city:',
    'city:1e2',
    'city:090',
    ':100',
    'a:b:100',
  ])('takes %s for the name of no field', (entry) => {
    expect(columnName(entry)).toContain(':')
  })
})
