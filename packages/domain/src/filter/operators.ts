/** Which operators a kind of field takes, and what each says in both languages. */
import type { FieldKind, Label } from '../field/kinds.ts'
import type { Operator } from './filter.ts'

const text = ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'empty', 'notEmpty'] as const
const number = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between', 'empty', 'notEmpty'] as const
const time = ['eq', 'ne', 'before', 'after', 'between', 'within', 'empty', 'notEmpty'] as const
const choice = ['eq', 'ne', 'in', 'notIn', 'empty', 'notEmpty'] as const
const list = ['hasAny', 'hasAll', 'empty', 'notEmpty'] as const
const structure = ['empty', 'notEmpty'] as const

export const operatorsOf: Record<FieldKind, readonly Operator[]> = {
  text,
  longText: text,
  identifier: text,
  label: ['contains', 'empty', 'notEmpty'],
  int: number,
  decimal: number,
  money: number,
  percent: number,
  date: time,
  instant: time,
  currency: choice,
  choice,
  ref: choice,
  id: choice,
  boolean: ['eq', 'ne'],
  refs: list,
  tags: list,
  phones: structure,
  emails: structure,
  addresses: structure,
}

export const operatorLabels: Record<Operator, Label> = {
  eq: { zh: '是', en: 'is' },
  ne: { zh: '不是', en: 'is not' },
  in: { zh: '是', en: 'is any of' },
  notIn: { zh: '不是', en: 'is none of' },
  contains: { zh: '包含', en: 'contains' },
  startsWith: { zh: '开头是', en: 'starts with' },
  empty: { zh: '为空', en: 'is empty' },
  notEmpty: { zh: '不为空', en: 'is not empty' },
  lt: { zh: '小于', en: 'is less than' },
  lte: { zh: '不超过', en: 'is at most' },
  gt: { zh: '大于', en: 'is more than' },
  gte: { zh: '至少', en: 'is at least' },
  between: { zh: '介于', en: 'is between' },
  before: { zh: '早于', en: 'is before' },
  after: { zh: '晚于', en: 'is after' },
  within: { zh: '在', en: 'is in' },
  hasAny: { zh: '含任一', en: 'has any of' },
  hasAll: { zh: '含全部', en: 'has all of' },
}
