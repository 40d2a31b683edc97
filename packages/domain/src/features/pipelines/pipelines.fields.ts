/** Selling processes: what is true of a pipeline as a whole. Its stages stand in stages.fields.ts. */
import { field, fieldsOf } from '../../field/kinds.ts'

export const pipelineFields = fieldsOf({
  label: field.label({ label: { zh: '名称', en: 'Name' }, required: true, sortable: true, filterable: true }),
  currency: field.currency({ label: { zh: '币种', en: 'Currency' }, hasDefault: true, filterable: true }),
  isDefault: field.boolean({ label: { zh: '默认', en: 'Default' }, hasDefault: true, filterable: true }),
  teamIds: field.refs({ label: { zh: '使用团队', en: 'Teams' }, hasDefault: true, to: 'teams', filterable: true }),
  winNeedsOrder: field.boolean({
    label: { zh: '赢单须有报价或订单', en: 'Winning needs a quote or an order' },
    hasDefault: true,
    filterable: true,
  }),
  publishedVersion: field.int({
    label: { zh: '已发布版本', en: 'Published version' },
    derived: true,
    hasDefault: true,
    sortable: true,
    filterable: true,
  }),
  draftAt: field.instant({ label: { zh: '草稿时间', en: 'Draft saved' }, derived: true, filterable: true }),
  archivedAt: field.instant({ label: { zh: '归档时间', en: 'Archived' }, derived: true, filterable: true }),
})
