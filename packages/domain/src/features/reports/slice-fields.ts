/** What the slices of won and lost deals are made of: who may not read that has no such slice. */
import { isClear, type FieldReader } from '../../access/readable.ts'
import type { Slice } from './reports.ts'

// Months rest on the very period that is asked for.
const fieldsOf: Record<Slice, readonly (readonly [noun: string, name: string])[]> = {
  month: [],
  owner: [['opportunities', 'ownerId']],
  team: [['opportunities', 'teamId']],
  source: [['opportunities', 'sourceId']],
  pipeline: [['opportunities', 'pipelineId']],
  product: [['opportunities', 'productIds']],
  industry: [
    ['opportunities', 'customerId'],
    ['customers', 'industryId'],
  ],
}

export const readsSlice = (reader: FieldReader, by: Slice): boolean =>
  fieldsOf[by].every(([noun, name]) => isClear(reader, noun, name))
