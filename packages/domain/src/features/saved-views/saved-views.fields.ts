/** Lists that last: what somebody wants to see again under a name. What it selects stands beside the fields, as parts. */
import { field, fieldsOf } from '../../field/kinds.ts'

/** The nouns whose lists can be kept. */
export const viewEntities = [
  { value: 'opportunities', label: { zh: '商机', en: 'Opportunities' } },
  { value: 'customers', label: { zh: '客户', en: 'Customers' } },
  { value: 'contacts', label: { zh: '联系人', en: 'Contacts' } },
  { value: 'activities', label: { zh: '活动', en: 'Activities' } },
  { value: 'products', label: { zh: '产品', en: 'Products' } },
] as const
export type ViewEntity = (typeof viewEntities)[number]['value']

export const viewLayouts = [
  { value: 'table', label: { zh: '表格', en: 'Table' } },
  { value: 'board', label: { zh: '看板', en: 'Board' } },
  { value: 'calendar', label: { zh: '日历', en: 'Calendar' } },
] as const

export const viewShares = [
  { value: 'me', label: { zh: '仅自己', en: 'Only me' } },
  { value: 'team', label: { zh: '我的团队', en: 'My team' } },
  { value: 'all', label: { zh: '所有人', en: 'Everyone' } },
] as const

export const savedViewFields = fieldsOf({
  entity: field.choice({
    label: { zh: '对象', en: 'Of' },
    required: true,
    fixed: true,
    choices: viewEntities,
    filterable: true,
    groupable: true,
  }),
  label: field.text({
    label: { zh: '名称', en: 'Name' },
    required: true,
    max: 60,
    sortable: true,
    filterable: true,
  }),
  layout: field.choice({
    label: { zh: '布局', en: 'Layout' },
    hasDefault: true,
    choices: viewLayouts,
    filterable: true,
  }),
  shared: field.choice({
    label: { zh: '可见范围', en: 'Shared with' },
    hasDefault: true,
    choices: viewShares,
    filterable: true,
    groupable: true,
  }),
  isDefault: field.boolean({ label: { zh: '默认视图', en: 'Shown first' }, hasDefault: true, filterable: true }),
  createdById: field.ref({
    label: { zh: '创建人', en: 'Made by' },
    derived: true,
    to: 'users',
    as: 'createdBy',
    filterable: true,
  }),
  archivedAt: field.instant({ label: { zh: '归档时间', en: 'Archived' }, derived: true, filterable: true }),
})
