/** Codes of single fields (inside a problem's `errors[]`) and what people read. */
import { attachmentFaults } from './errors/files.ts'
import { importErrors } from './features/imports/import-errors.ts'
import type { Label } from './field/kinds.ts'

export const fieldErrors: Record<string, Label> = {
  'field.required': { zh: '必填', en: 'Required' },
  'field.unknown': { zh: '未知的字段', en: 'Unknown field' },
  'field.derived': { zh: '此字段由系统计算', en: 'This field is written by the system' },
  'field.forbidden': { zh: '不能修改此字段', en: 'This field may not be changed' },
  'field.type': { zh: '类型不正确', en: 'Wrong type' },
  'field.invalid': { zh: '值无效', en: 'Not a valid value' },
  'field.choice': { zh: '不在可选范围内', en: 'Not one of the choices' },
  'text.malformed': { zh: '含有不能保存的字符', en: 'Contains characters that cannot be stored' },
  'text.length': {
    zh: '长度须在 {min} 到 {max} 个字符之间',
    en: 'Must have between {min} and {max} characters',
  },
  'text.blank': { zh: '不能只有空格', en: 'Must not be blank' },
  'text.invisible': { zh: '含有不可见字符', en: 'Contains invisible characters' },
  'text.surroundingSpace': { zh: '首尾不能有空格', en: 'Must not begin or end with a space' },
  'email.malformed': { zh: '邮箱格式不正确', en: 'Not an e-mail address' },
  'number.malformed': { zh: '不是数字', en: 'Not a number' },
  'number.scale': { zh: '小数最多 {scale} 位', en: 'At most {scale} digits after the point' },
  'number.range': { zh: '超出范围', en: 'Out of range' },
  'date.malformed': { zh: '日期不存在', en: 'Not an existing date' },
  'instant.malformed': { zh: '时间格式不正确', en: 'Not a point in time' },
  'currency.malformed': { zh: '币种须为三位代码', en: 'Three letters of ISO 4217' },
  'json.malformed': { zh: '不是有效的 JSON', en: 'Not valid JSON' },
  'list.doubled': { zh: '有重复项', en: 'Contains an item twice' },
  'list.length': { zh: '项数超出限制', en: 'Too many or too few items' },
  'filter.tooDeep': {
    zh: '筛选条件嵌套超过 6 层',
    en: 'The filter is nested deeper than 6 levels',
  },
  'filter.tooMany': { zh: '筛选条件超过 100 项', en: 'The filter has more than 100 conditions' },
  'instant.past': { zh: '须晚于现在', en: 'Must lie in the future' },
  'role.exceeds': { zh: '超出您自己的权限', en: 'More than you hold yourself' },
  'reference.invalid': { zh: '引用的记录不可用', en: 'The referenced record cannot be used' },
  'mention.no_access': { zh: '{name} 看不到这条记录', en: '{name} cannot see this record' },
  'savedView.noTeam': { zh: '您还没有加入团队', en: 'You are in no team yet' },
  'record.duplicate': { zh: '已被使用', en: 'Already in use' },
  'criterion.kind': {
    zh: '暂不支持此类条件，相关功能（报价、回款、文件、审批）尚未启用',
    en: 'Cannot be checked yet: what it speaks of (documents, quotes, receipts, approvals) does not exist',
  },
  'criterion.field': {
    zh: '字段“{field}”不存在或比较方式不适用',
    en: 'The field "{field}" does not exist or cannot be compared so',
  },
  'criterion.alwaysMet': { zh: '此条件永远满足，没有意义', en: 'Would always be met, so it says nothing' },
  'criterion.personal': {
    zh: '条件对所有人相同，不能使用“我”',
    en: 'A criterion holds for everybody; "me" cannot be used',
  },
  'stage.phases': {
    zh: '须有一个赢单、一个输单和至少一个进行中的阶段',
    en: 'One stage won, one lost, and at least one open are needed',
  },
  'stage.mapping': {
    zh: '“{stage}”有 {deals} 个商机，请指定同类的去向阶段',
    en: '"{stageEn}" has {deals} deals: say which stage of the same kind they go to',
  },
  'stage.kindOfDeals': {
    zh: '此阶段有 {deals} 个商机，不能在进行、赢单、输单之间改变类别',
    en: 'With {deals} deals in it the stage cannot change between open, won and lost',
  },
  ...importErrors,
  ...attachmentFaults,
}
