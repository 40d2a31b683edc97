/** Conditions as the chips edit them: which fields can be asked, what a new condition begins as, when one is whole. */
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import {
  isCondition,
  type Condition,
  type Filter,
  type FilterValue,
  type Operator,
} from '@rapport/domain/filter/filter.ts'
import { operatorsOf } from '@rapport/domain/filter/operators.ts'

/** Fields a reader may filter by; hidden ones are absent from what the room hands in. */
export const filterable = (fields: Fields): [string, Field][] =>
  Object.entries(fields).filter(([, field]) => field.filterable)

/** Conditions of which any will do. */
export type AnyGroup = { or: Condition[] }

/** A group that can be drawn as chips: plain conditions on fields the reader may ask. Anything deeper is said in words. */
export const isAnyGroup = (part: Filter, fields: Fields): part is AnyGroup =>
  'or' in part &&
  part.or.length > 0 &&
  part.or.every((child) => isCondition(child) && fields[child.field] !== undefined)

/**
 * The parts with the one at this place, a new one when it is past the end, moved into the group of which any will do; that
 * group begins where the condition stood when there is none. `at` is where the group stands then.
 */
export function joinGroup(parts: readonly Filter[], from: number, condition: Condition, fields: Fields) {
  const group = parts.findIndex((part) => isAnyGroup(part, fields))
  if (group < 0) return { parts: parts.toSpliced(from, 1, { or: [condition] }), at: from }
  const joined = { or: [...(parts[group] as AnyGroup).or, condition] }
  return { parts: parts.with(group, joined).toSpliced(from, 1), at: from < group ? group - 1 : group }
}

/** Operators offered for a field: `in` covers `eq` where several can be chosen. */
export function operatorsFor(field: Field): readonly Operator[] {
  const all = operatorsOf[field.kind]
  if (['choice', 'ref', 'id', 'currency'].includes(field.kind)) return all.filter((op) => op !== 'eq' && op !== 'ne')
  if (['text', 'longText', 'identifier'].includes(field.kind)) return all.filter((op) => op !== 'in' && op !== 'notIn')
  if (field.kind === 'date' || field.kind === 'instant') return all.filter((op) => op !== 'eq' && op !== 'ne')
  return all
}

/** What kind of value an operator takes on a field. */
export type ValueKind =
  | 'none'
  | 'text'
  | 'number'
  | 'range'
  | 'choices'
  | 'refs'
  | 'words'
  | 'yesNo'
  | 'day'
  | 'period'
  | 'days'

export function valueKindOf(field: Field, op: Operator): ValueKind {
  if (op === 'empty' || op === 'notEmpty') return 'none'
  switch (field.kind) {
    case 'choice':
      return 'choices'
    case 'ref':
    case 'refs':
    case 'id':
      return 'refs'
    case 'boolean':
      return 'yesNo'
    case 'tags':
    case 'currency':
      return 'words'
    case 'date':
    case 'instant':
      return op === 'within' ? 'period' : op === 'between' ? 'days' : 'day'
    case 'int':
    case 'decimal':
    case 'money':
    case 'percent':
      return op === 'between' ? 'range' : 'number'
    default:
      return 'text'
  }
}

const firstValues: Record<ValueKind, FilterValue | undefined> = {
  none: undefined,
  text: '',
  number: '',
  range: { from: '', to: '' },
  choices: [],
  refs: [],
  words: [],
  yesNo: true,
  day: { daysAgo: 7 },
  period: { period: 'month', offset: 0 },
  days: { from: '', to: '' },
}

const firstOperators: Partial<Record<ValueKind, Operator>> = {
  text: 'contains',
  number: 'gte',
  period: 'within',
  day: 'within',
}

/** A condition with another operator; the value stays when it still fits. */
export function withOperator(condition: Condition, field: Field, op: Operator): Condition {
  const kind = valueKindOf(field, op)
  if (kind === valueKindOf(field, condition.op) && condition.value !== undefined) return { ...condition, op }
  const value = firstValues[kind]
  return { field: condition.field, op, ...(value !== undefined && { value }) }
}

/** The condition a field begins with. */
export function firstCondition(name: string, field: Field): Condition {
  const [plain = 'notEmpty'] = operatorsFor(field)
  const op = firstOperators[valueKindOf(field, plain)] ?? plain
  return withOperator({ field: name, op: 'empty' }, field, op)
}

/** Whether a condition says something; one that does not is not asked. */
export function isWhole({ op, value }: Condition): boolean {
  if (op === 'empty' || op === 'notEmpty') return true
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object' && 'from' in value) return value.from !== '' && value.to !== ''
  return value !== undefined && value !== ''
}

/** Words as people list them, with the commas of either language. */
export const splitWords = (text: string): string[] =>
  text
    .split(/[,，、;；]/)
    .map((word) => word.trim())
    .filter(Boolean)
