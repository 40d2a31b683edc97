/** From what the inputs hold to what the API takes. */
import type { BulkAction } from '@rapport/domain/features/bulk/bulk-actions.ts'
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { BulkChange } from './bulk.queries.ts'

export const OWNER = 'ownerId'

type Filled = { names: readonly string[]; cleared: readonly string[]; values: Record<string, unknown> }

const listOf = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.length > 0 ? (value as string[]) : undefined

const tagsOf = ({ addTags, removeTags }: Record<string, unknown>) => {
  const [add, remove] = [listOf(addTags), listOf(removeTags)]
  return { ...(add && { add }), ...(remove && { remove }) }
}

/** What is taken up and filled in, and what is to be emptied. */
export const changeOf = (
  action: BulkAction,
  fields: Record<string, Field>,
  { names, cleared, values }: Filled,
): BulkChange => {
  if (action === 'delete') return { action }
  const set = names.map((name) => [name, fields[name]?.kind === 'tags' ? tagsOf(values) : values[name]])
  const emptied = cleared.map((name) => [name, null])
  const reason = names.includes('sourceId') && typeof values.reason === 'string' ? values.reason.trim() : ''
  return { action, changes: Object.fromEntries([...set, ...emptied]), ...(reason && { reason }) }
}
