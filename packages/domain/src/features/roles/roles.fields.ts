/** What its holders may; the matrix itself (rights, scopes, field rules, special rights) is no field but part of the record. */
import { field, fieldsOf } from '../../field/kinds.ts'

export const roleFields = fieldsOf({
  label: field.label({ label: { zh: '名称', en: 'Name' }, required: true, sortable: true, filterable: true }),
  /** Of a role the product brings with it. */
  code: field.identifier({ label: { zh: '代码', en: 'Code' }, derived: true, filterable: true }),
  memberCount: field.int({ label: { zh: '成员数', en: 'Members' }, derived: true, hasDefault: true, sortable: true }),
  archivedAt: field.instant({ label: { zh: '归档时间', en: 'Archived' }, derived: true, filterable: true }),
})
