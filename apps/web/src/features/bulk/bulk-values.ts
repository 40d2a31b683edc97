/** From what the inputs hold to what the API takes. */
import { isDate } from '@rapport/domain/dates.ts'
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

const reasonIn = ({ reason }: Record<string, unknown>): { reason?: string } =>
  typeof reason === 'string' && reason.trim() ? { reason: reason.trim() } : {}

// A plan is given another day, or so many working days; each keeps its time.
const moveOf = (value: unknown) => (isDate(String(value)) ? { day: value } : { workingDays: value })

const valueOf = (field: Field | undefined, name: string, values: Record<string, unknown>) => {
  if (field?.kind === 'tags') return tagsOf(values)
  return field?.kind === 'instant' ? moveOf(values[name]) : values[name]
}

/** What is taken up and filled in, and what is to be emptied. */
export const changeOf = (
  action: BulkAction,
  fields: Record<string, Field>,
  { names, cleared, values }: Filled,
): BulkChange => {
  if (action === 'delete') return { action }
  if (action === 'cancel') return { action, ...reasonIn(values) }
  if (action === 'complete')
    return { action, ...(values.outcomeId ? { changes: { outcomeId: values.outcomeId } } : {}) }
  const set = names.map((name) => [name, valueOf(fields[name], name, values)])
  const emptied = cleared.map((name) => [name, null])
  const why = names.includes('sourceId') && reasonIn(values)
  return { action, changes: Object.fromEntries([...set, ...emptied]), ...why }
}
