/** The nouns whose records are exported, with what a record of each cannot do without. */
import { randomUUID } from 'node:crypto'
import { activityFields } from '@rapport/domain/features/activities/activities.fields.ts'
import { contactFields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { productFields } from '@rapport/domain/features/products/products.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Client, Json } from '../client.ts'

export type Noun = {
  name: string
  fields: Fields
  required: () => Json
  /** Whether a file of its records can be brought in. */
  returns: boolean
}

export const nounsOf = async (api: Client): Promise<Noun[]> => {
  const { id: sourceId } = await api.send<{ id: string }>('POST', '/sources', {
    code: 'payloads',
    label: { zh: '测试', en: 'Payloads' },
    kind: 'web',
  })
  const { items } = await api.get<{ items: { id: string; isDefault: boolean }[] }>('/pipelines')
  const pipelineId = (items.find(({ isDefault }) => isDefault) ?? items[0])?.id
  const duplicateReason = 'Entered to be compared'
  const noun = (name: string, fields: Fields, required: () => Json, returns = true) => ({
    name,
    fields,
    required,
    returns,
  })
  return [
    noun('customers', customerFields, () => ({ name: aCode(), kind: 'company', sourceId, duplicateReason })),
    noun('contacts', contactFields, () => ({ name: aCode(), duplicateReason })),
    noun('products', productFields, () => ({ code: aCode(), label: { zh: aCode(), en: aCode() } })),
    noun('opportunities', opportunityFields, () => ({ name: aCode(), pipelineId })),
    noun('activities', activityFields, () => ({ kind: 'note', subject: aCode() }), false),
  ]
}

const aCode = (): string => randomUUID().slice(0, 18)
