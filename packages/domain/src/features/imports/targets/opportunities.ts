/** What columns of a file of deals can be. */
import { field, type Field, type Label } from '../../../field/kinds.ts'
import { opportunityFields } from '../../opportunities/opportunities.fields.ts'
import { derivedOf, targetsOf, type EntityTargets, type Names, type Target } from '../target.ts'
import { commonNames, numberTarget, pastTargets, without } from './common.ts'
import { RECORD_ID, recordIdTarget } from './record-id.ts'

const names: Names = {
  ...commonNames,
  name: [
    '商机名称',
    '商机',
    '项目名称',
    '项目',
    '机会名称',
    'opportunity',
    'opportunity name',
    'deal',
    'deal name',
    'name',
    'subject',
  ],
  customerId: [
    '客户',
    '客户名称',
    '公司',
    '公司名称',
    '单位名称',
    'account',
    'account name',
    'company',
    'customer',
    'client',
  ],
  pipelineId: ['销售管道', '管道', '销售流程', 'pipeline', 'sales process'],
  stageId: ['阶段', '商机阶段', '销售阶段', '阶段名称', 'stage', 'deal stage', 'sales stage', 'status'],
  amount: [
    '金额',
    '商机金额',
    '预计金额',
    '成交金额',
    '合同金额',
    'amount',
    'value',
    'deal value',
    'close value',
    'revenue',
  ],
  probability: ['概率', '赢率', '成交概率', 'probability', 'win probability', 'likelihood'],
  expectedCloseAt: [
    '预计成交',
    '预计成交日期',
    '预计签约日期',
    'expected close',
    'expected close date',
    'forecast date',
  ],
  startedAt: ['开始日期', '立项日期', '接触日期', 'engage date', 'start date', 'started', 'open date'],
  need: ['需求', '客户需求', '需求描述', 'need', 'requirements', 'description'],
  externalId: [...(commonNames.externalId ?? []), 'opportunity id', 'deal id', 'id'],
}

type Own = { label: Label; field: Field; names: readonly string[] } & Partial<Target>
const own = (path: string, given: Own): Target => ({ path, ...given })
const label = (zh: string, en: string): Label => ({ zh, en })

const ownTargets: readonly Target[] = [
  own('product', {
    label: label('产品', 'Product'),
    field: field.ref({ label: label('产品', 'Product'), to: 'products', as: 'product' }),
    names: ['产品', '产品名称', '品名', 'product', 'product name', 'item'],
  }),
  own('quantity', {
    label: label('数量', 'Quantity'),
    field: field.decimal({ label: label('数量', 'Quantity'), min: '0', scale: 4 }),
    names: ['数量', 'quantity', 'qty'],
  }),
  own('closedAt', {
    label: label('关闭时间', 'Closed'),
    field: field.instant({ label: label('关闭时间', 'Closed') }),
    past: true,
    names: [
      '关闭日期',
      '成交日期',
      '签约日期',
      '结束日期',
      'close date',
      'closed',
      'closed at',
      'closed date',
      'won date',
    ],
  }),
  own('reasonId', {
    label: label('输单原因', 'Reason for losing'),
    field: field.ref({ label: label('输单原因', 'Reason for losing'), to: 'dictionary-items', as: 'reason' }),
    past: true,
    dictionary: 'loseReason',
    names: ['输单原因', '丢单原因', 'lost reason', 'reason lost', 'loss reason'],
  }),
]

// The stage is looked up within the pipeline, and an import always names both: nothing lands in a default.
const shaped = (target: Target): Target => {
  if (target.path === 'stageId') return { ...target, required: true, within: 'pipelineId' }
  return target.path === 'name' ? { ...target, from: ['customerId', 'product', 'externalId'] } : target
}

export const opportunityTargets: EntityTargets = {
  targets: [
    ...without(targetsOf(opportunityFields, names), 'externalSource', 'productIds').map(shaped),
    ...ownTargets,
    numberTarget('商机编号', ['商机编号', '机会编号', 'opportunity number', 'deal number']),
    ...pastTargets,
    recordIdTarget,
  ],
  derived: derivedOf(opportunityFields, {}).filter(
    ({ label: { en } }) => !['Number', 'Closed', 'Reason for losing'].includes(en),
  ),
  keys: [RECORD_ID, 'externalId', 'number', 'name'],
}
