import { describe, expect, it } from 'vitest'
import { proposeMapping } from '../imports/propose-mapping.ts'
import { isExport, proposedKeys, proposedMode, targetsFor } from '../imports/proposed-settings.ts'
import { targetLists } from '../imports/target-lists.ts'
import { exportColumns } from './export-columns.ts'

const columnsOf = (entity: Parameters<typeof exportColumns>[0], fields?: string[]) => {
  const found = exportColumns(entity, fields)
  if ('unknown' in found) throw new Error(found.unknown)
  return found.columns
}

describe.each(['customers', 'contacts', 'opportunities', 'products'] as const)('%s', (entity) => {
  it.each(['zh', 'en'] as const)('come back each to its own place, by their headers in %s alone', (language) => {
    const columns = columnsOf(entity)
    const headers = columns.map(({ header }) => header[language])
    expect(new Set(headers).size).toBe(headers.length)
    expect(isExport(headers)).toBe(true)
    const targets = targetsFor(headers, targetLists[entity])
    const proposal = proposeMapping(
      headers.map((header) => ({ header, samples: [] })),
      targets,
    )
    expect(proposal.filter(({ leftOut }) => leftOut !== undefined && leftOut !== 'derived')).toEqual([])
    const fields = proposal.map(({ target }) => target && target.split('.')[0])
    const places = { title: 'customers', departmentName: 'customers', rapportId: 'id' } as Record<string, string>
    const own = (path: string) => places[path] ?? (entity === 'contacts' && path === 'customerId' ? 'customers' : path)
    fields.forEach((path, at) => path && expect([headers[at], own(path)]).toEqual([headers[at], columns[at]!.field]))
    expect(proposedKeys(proposal, targets)).toEqual(['rapportId'])
    expect(proposedMode(proposal, headers, targets)).toBe('upsert')
  })
})

it('gives the columns asked for, the id last, and names what is none', () => {
  expect(columnsOf('contacts', ['customerIds', 'name', 'name']).map(({ header }) => header.en)).toEqual([
    'Customer',
    'Title',
    'Department',
    'Name',
    'Rapport ID',
  ])
  expect(exportColumns('opportunities', ['name', 'productIds'])).toEqual({ unknown: 'productIds' })
})
