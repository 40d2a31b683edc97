/** What happened: the fields of an event as feed, timeline and audit show it. */
import { field, fieldsOf } from '../../field/kinds.ts'

const actions = [
  { value: 'create', label: { zh: '新建', en: 'Create' } },
  { value: 'update', label: { zh: '修改', en: 'Change' } },
  { value: 'delete', label: { zh: '删除', en: 'Delete' } },
  { value: 'restore', label: { zh: '恢复', en: 'Restore' } },
  { value: 'command', label: { zh: '操作', en: 'Command' } },
  { value: 'read', label: { zh: '查看', en: 'Read' } },
  { value: 'export', label: { zh: '导出', en: 'Export' } },
  { value: 'reveal', label: { zh: '解密查看', en: 'Reveal' } },
  { value: 'login', label: { zh: '登录', en: 'Sign-in' } },
  { value: 'rights', label: { zh: '权限', en: 'Rights' } },
] as const

// An event is a fact: it has an instant, but neither version nor dates of change.
const { id } = fieldsOf({})

export const eventFields = {
  id,
  at: field.instant({ label: { zh: '时间', en: 'At' }, derived: true, required: true, filterable: true }),
  type: field.identifier({
    label: { zh: '事件', en: 'Event' },
    derived: true,
    required: true,
    filterable: true,
    groupable: true,
  }),
  action: field.choice({
    label: { zh: '动作', en: 'Action' },
    derived: true,
    required: true,
    choices: actions,
    filterable: true,
    groupable: true,
  }),
  entity: field.identifier({
    label: { zh: '对象', en: 'Record type' },
    derived: true,
    required: true,
    filterable: true,
    groupable: true,
  }),
  recordId: field.id({ label: { zh: '记录', en: 'Record' }, derived: true, required: true, filterable: true }),
  recordVersion: field.int({ label: { zh: '记录版本', en: 'Record version' }, derived: true }),
  customerId: field.id({ label: { zh: '客户', en: 'Customer' }, derived: true, filterable: true }),
  actorId: field.ref({
    label: { zh: '操作人', en: 'By' },
    derived: true,
    to: 'users',
    as: 'actor',
    filterable: true,
    groupable: true,
  }),
  title: field.text({ label: { zh: '标题', en: 'Title' }, derived: true, required: true }),
  reason: field.text({ label: { zh: '原因', en: 'Reason' }, derived: true }),
} as const
