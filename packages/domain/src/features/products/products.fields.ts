/** What the company sells. Inactive products stay where they are used and can be added nowhere. */
import { field, fieldsOf } from '../../field/kinds.ts'

export const productKinds = [
  { value: 'good', label: { zh: '商品', en: 'Good' } },
  { value: 'service', label: { zh: '服务', en: 'Service' } },
  { value: 'subscription', label: { zh: '订阅', en: 'Subscription' } },
] as const

export const productFields = fieldsOf({
  code: field.identifier({
    label: { zh: '产品编码', en: 'Code' },
    required: true,
    max: 60,
    sortable: true,
    filterable: true,
  }),
  label: field.label({ label: { zh: '名称', en: 'Name' }, required: true, sortable: true, filterable: true }),
  kind: field.choice({
    label: { zh: '类型', en: 'Kind' },
    hasDefault: true,
    choices: productKinds,
    filterable: true,
    groupable: true,
  }),
  series: field.text({
    label: { zh: '系列', en: 'Series' },
    max: 100,
    sortable: true,
    filterable: true,
    groupable: true,
  }),
  unit: field.text({ label: { zh: '单位', en: 'Unit' }, max: 20, filterable: true }),
  listPrice: field.decimal({
    label: { zh: '标准价', en: 'List price' },
    hasDefault: true,
    min: '0',
    scale: 4,
    sortable: true,
    filterable: true,
  }),
  currency: field.currency({ label: { zh: '币种', en: 'Currency' }, hasDefault: true, filterable: true }),
  cost: field.decimal({
    label: { zh: '成本', en: 'Cost' },
    sensitive: 'sensitive',
    min: '0',
    scale: 4,
    sortable: true,
    filterable: true,
  }),
  taxRate: field.percent({ label: { zh: '税率', en: 'Tax rate' }, hasDefault: true, filterable: true }),
  active: field.boolean({
    label: { zh: '在售', en: 'Active' },
    hasDefault: true,
    filterable: true,
    groupable: true,
  }),
  description: field.longText({ label: { zh: '说明', en: 'Description' }, heavy: true }),
  tags: field.tags({ label: { zh: '标签', en: 'Tags' }, hasDefault: true, filterable: true }),
  externalSource: field.identifier({
    label: { zh: '外部系统', en: 'External system' },
    max: 60,
    filterable: true,
    heavy: true,
  }),
  externalId: field.identifier({
    label: { zh: '外部编号', en: 'External id' },
    max: 120,
    filterable: true,
    heavy: true,
  }),
})
