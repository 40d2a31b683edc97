/** What lies in the trash: one row per record that was deleted, whatever went along with it. */
import { field, fieldsOf } from '../../field/kinds.ts'

const { id } = fieldsOf({})

/** How long what was deleted can be brought back, in days of 24 hours. */
export const TRASH_DAYS = 30

export const trashFields = {
  id,
  entity: field.identifier({
    label: { zh: '对象', en: 'Record type' },
    derived: true,
    required: true,
    filterable: true,
    groupable: true,
  }),
  title: field.text({ label: { zh: '名称', en: 'Name' }, derived: true, required: true }),
  deletedAt: field.instant({
    label: { zh: '删除时间', en: 'Deleted' },
    derived: true,
    required: true,
    sortable: true,
    filterable: true,
  }),
  until: field.instant({ label: { zh: '保留至', en: 'Kept until' }, derived: true, required: true }),
  deletedById: field.ref({
    label: { zh: '删除人', en: 'Deleted by' },
    derived: true,
    to: 'users',
    as: 'deletedBy',
    filterable: true,
  }),
  /** How many further records went along and come back with it. */
  along: field.int({ label: { zh: '连带', en: 'Along with it' }, derived: true, required: true }),
} as const
