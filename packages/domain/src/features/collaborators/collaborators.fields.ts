/** Access to a customer or an opportunity lent to somebody, perhaps until a day; by itself it is gone after that. */
import { field, fieldsOf } from '../../field/kinds.ts'

export const accessLevels = [
  { value: 'read', label: { zh: '可查看', en: 'Can read' } },
  { value: 'write', label: { zh: '可编辑', en: 'Can edit' } },
] as const
export type LentAccess = (typeof accessLevels)[number]['value']

export const lendingReasons = [
  { value: 'manual', label: { zh: '共享', en: 'Shared' } },
  { value: 'formerOwner', label: { zh: '原负责人', en: 'Former owner' } },
] as const

// What is lent changes with the record it belongs to, whose version counts.
const { id, createdAt } = fieldsOf({})

export const collaboratorFields = {
  id,
  userId: field.ref({ label: { zh: '协作人', en: 'Collaborator' }, required: true, to: 'users', as: 'user' }),
  access: field.choice({ label: { zh: '权限', en: 'Access' }, required: true, choices: accessLevels }),
  /** The last day on which it holds. */
  until: field.date({ label: { zh: '截止日期', en: 'Until' } }),
  reason: field.choice({
    label: { zh: '方式', en: 'How' },
    derived: true,
    required: true,
    choices: lendingReasons,
  }),
  grantedById: field.ref({ label: { zh: '操作人', en: 'By' }, derived: true, to: 'users', as: 'grantedBy' }),
  createdAt,
} as const
