/** The registry of ways in: every lead and customer has exactly one first source. */
import { field, fieldsOf } from '../../field/kinds.ts'

export const sourceKinds = [
  { value: 'campaign', label: { zh: '市场活动', en: 'Campaign' } },
  { value: 'web', label: { zh: '网站', en: 'Website' } },
  { value: 'email', label: { zh: '邮件', en: 'E-mail' } },
  { value: 'phone', label: { zh: '电话', en: 'Phone' } },
  { value: 'field', label: { zh: '陌拜', en: 'Field visit' } },
  { value: 'referral', label: { zh: '转介绍', en: 'Referral' } },
  { value: 'import', label: { zh: '导入', en: 'Import' } },
  { value: 'api', label: { zh: '接口', en: 'API' } },
] as const

export const costModels = [
  { value: 'none', label: { zh: '无', en: 'None' } },
  { value: 'perLead', label: { zh: '按线索', en: 'Per lead' } },
  { value: 'perMonth', label: { zh: '按月', en: 'Per month' } },
] as const

export const sourceFields = fieldsOf({
  code: field.identifier({
    label: { zh: '代码', en: 'Code' },
    required: true,
    fixed: true,
    max: 40,
    sortable: true,
    filterable: true,
  }),
  label: field.label({
    label: { zh: '名称', en: 'Name' },
    required: true,
    sortable: true,
    filterable: true,
  }),
  kind: field.choice({
    label: { zh: '方式', en: 'Kind' },
    required: true,
    choices: sourceKinds,
    filterable: true,
    groupable: true,
  }),
  costModel: field.choice({
    label: { zh: '计费方式', en: 'Cost model' },
    hasDefault: true,
    choices: costModels,
    filterable: true,
  }),
  unitCost: field.decimal({ label: { zh: '单价', en: 'Unit cost' }, min: '0', scale: 4 }),
  archivedAt: field.instant({
    label: { zh: '归档时间', en: 'Archived' },
    derived: true,
    filterable: true,
  }),
})
