/** The fields a criterion may ask of: those of the deal, and one step on those of its customer. */
import { canBeEmpty } from '@rapport/domain/features/pipelines/criterion-faults.ts'
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import { fieldsOf } from '../../app/fields-of.ts'

const of = 'customer.'
const words = (label: Field['label']) => ({ zh: `客户 · ${label.zh}`, en: `Customer · ${label.en}` })

const ofCustomer = Object.entries(fieldsOf('customers') ?? {})
  .filter(([, field]) => field.filterable && !field.sensitive)
  .map(([name, field]) => [of + name, { ...field, label: words(field.label) }] as const)

/** Where a deal stands is what the criteria decide; they do not ask for it. */
const decided = ['stageId', 'pipelineId', 'phase', 'closedAt', 'outcome', 'number', 'archivedAt']

export const comparable: Fields = Object.fromEntries([
  ...Object.entries(fieldsOf('opportunities') ?? {}).filter(
    ([name, field]) => field.filterable && !decided.includes(name),
  ),
  ...ofCustomer,
])

/** Fields that may be empty; of the others "filled in" says nothing. */
export const fillable: Fields = Object.fromEntries(
  Object.entries(comparable).filter(([, field]) => canBeEmpty(field) && field.kind !== 'boolean'),
)

export const lookupField = (path: string): Field | undefined => comparable[path]
