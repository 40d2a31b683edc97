/** How the fields of a customer are changed where they stand. */
import { customerFields as fields } from '@rapport/domain/features/customers/customers.fields.ts'
import { inDictionary } from '../../app/dictionary-filter.ts'
import { useFieldEdits } from '../../app/field-edits.tsx'
import { customerQuery, useUpdateCustomer, type Customer, type CustomerChange } from './customers.queries.ts'

const dictionaries: Record<string, string> = { industryId: 'industry', occupationId: 'occupation' }

export function useCustomerEdits(customer: Customer) {
  const update = useUpdateCustomer(customer.id)
  return useFieldEdits({
    noun: 'customers',
    fields,
    record: customer,
    query: customerQuery(customer.id),
    save: (change, version) => update.mutateAsync({ body: change as CustomerChange, version }),
    narrowOf: (name) => (dictionaries[name] ? inDictionary(dictionaries[name]) : undefined),
  })
}
