/** Who owned a record from when to when, and how he came to it. */
import { field, fieldsOf } from '../../field/kinds.ts'

export const ownershipReasons = [
  { value: 'assigned', label: { zh: '分配', en: 'Assigned' } },
  { value: 'claimed', label: { zh: '领取', en: 'Claimed' } },
  { value: 'transferred', label: { zh: '转交', en: 'Transferred' } },
  { value: 'recycled', label: { zh: '回收', en: 'Recycled' } },
  { value: 'released', label: { zh: '释放', en: 'Released' } },
  { value: 'left', label: { zh: '离职', en: 'Owner left' } },
  { value: 'merged', label: { zh: '合并', en: 'Merged' } },
  { value: 'imported', label: { zh: '导入', en: 'Imported' } },
] as const
export type OwnershipReason = (typeof ownershipReasons)[number]['value']

// A period is a fact: it has a beginning and an end, but neither version nor dates of change.
const { id } = fieldsOf({})

export const ownershipPeriodFields = {
  id,
  ownerId: field.ref({ label: { zh: '负责人', en: 'Owner' }, derived: true, to: 'users', as: 'owner' }),
  from: field.instant({ label: { zh: '从', en: 'From' }, derived: true, required: true, sortable: true }),
  to: field.instant({ label: { zh: '至', en: 'To' }, derived: true }),
  reason: field.choice({
    label: { zh: '方式', en: 'How' },
    derived: true,
    required: true,
    choices: ownershipReasons,
  }),
  byId: field.ref({ label: { zh: '操作人', en: 'By' }, derived: true, to: 'users', as: 'by' }),
} as const
