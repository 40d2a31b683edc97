/** Keys of integrations: what they may is never more than what their owner may at that moment. */
import { field, fieldsOf } from '../../field/kinds.ts'

export const apiKeyFields = fieldsOf({
  label: field.text({
    label: { zh: '用途', en: 'Purpose' },
    required: true,
    max: 100,
    sortable: true,
    filterable: true,
  }),
  ownerId: field.ref({
    label: { zh: '所有者', en: 'Owner' },
    to: 'users',
    as: 'owner',
    derived: true,
    required: true,
    sortable: true,
    filterable: true,
  }),
  /** The readable beginning, to recognise a key by. */
  prefix: field.text({ label: { zh: '前缀', en: 'Prefix' }, derived: true, required: true, filterable: true }),
  /** Everything the owner may; `scopes` is then empty. */
  fullAccess: field.boolean({ label: { zh: '全部权限', en: 'Full access' }, hasDefault: true, fixed: true }),
  expiresAt: field.instant({
    label: { zh: '到期时间', en: 'Expires' },
    open: true,
    fixed: true,
    sortable: true,
    filterable: true,
  }),
  lastUsedAt: field.instant({
    label: { zh: '最近使用', en: 'Last used' },
    derived: true,
    sortable: true,
    filterable: true,
  }),
  revokedAt: field.instant({ label: { zh: '吊销时间', en: 'Revoked' }, derived: true, open: true, filterable: true }),
  rotatedFromId: field.id({ label: { zh: '接替的密钥', en: 'Replaces' }, derived: true }),
})
