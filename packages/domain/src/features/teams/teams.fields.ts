/** The organisation as a tree of teams. */
import { field, fieldsOf } from '../../field/kinds.ts'

export const teamFields = fieldsOf({
  label: field.label({ label: { zh: '名称', en: 'Name' }, required: true, sortable: true, filterable: true }),
  parentId: field.ref({
    label: { zh: '上级团队', en: 'Parent team' },
    to: 'teams',
    as: 'parent',
    filterable: true,
    groupable: true,
  }),
  managerId: field.ref({
    label: { zh: '负责人', en: 'Manager' },
    to: 'users',
    as: 'manager',
    sortable: true,
    filterable: true,
  }),
  memberCount: field.int({ label: { zh: '成员数', en: 'Members' }, derived: true, hasDefault: true, sortable: true }),
  archivedAt: field.instant({ label: { zh: '归档时间', en: 'Archived' }, derived: true, filterable: true }),
})
