/** A filter as a sentence for people, in their language. */
import type { Field, Label } from '../field/kinds.ts'
import { isCondition, type Filter, type FilterValue } from './filter.ts'
import { operatorLabels } from './operators.ts'

export type Language = keyof Label

const joints: Record<'and' | 'or', Label> = {
  and: { zh: ' 且 ', en: ' and ' },
  or: { zh: ' 或 ', en: ' or ' },
}

// What nothing joins: an empty conjunction holds always, an empty disjunction never.
const nothing: Record<'and' | 'or', Label> = {
  and: { zh: '全部', en: 'everything' },
  or: { zh: '无', en: 'nothing' },
}

/** `say` puts a value into words, where more is known than the value itself: names of records, the reader's dates. */
export const describeFilter = (
  filter: Filter,
  lookup: (path: string) => Field | undefined,
  language: Language,
  say = (value: FilterValue, field: Field | undefined): string => describeValue(value, field, language),
): string => {
  const again = (child: Filter) => describeFilter(child, lookup, language, say)
  if (isCondition(filter)) {
    const field = lookup(filter.field)
    const value = filter.value === undefined ? '' : ` ${say(filter.value, field)}`
    return `${field?.label[language] ?? filter.field} ${operatorLabels[filter.op][language]}${value}`
  }
  if ('not' in filter) return language === 'zh' ? `非（${again(filter.not)}）` : `not (${again(filter.not)})`
  const joint = 'and' in filter ? 'and' : 'or'
  const parts = ('and' in filter ? filter.and : filter.or).map((child) =>
    isCondition(child) || 'not' in child
      ? again(child)
      : language === 'zh'
        ? `（${again(child)}）`
        : `(${again(child)})`,
  )
  return parts.length > 0 ? parts.join(joints[joint][language]) : nothing[joint][language]
}

const periods = {
  day: [
    { zh: '今天', en: 'today' },
    { zh: '昨天', en: 'yesterday' },
    { zh: '明天', en: 'tomorrow' },
  ],
  week: [
    { zh: '本周', en: 'this week' },
    { zh: '上周', en: 'last week' },
    { zh: '下周', en: 'next week' },
  ],
  month: [
    { zh: '本月', en: 'this month' },
    { zh: '上月', en: 'last month' },
    { zh: '下月', en: 'next month' },
  ],
  quarter: [
    { zh: '本季度', en: 'this quarter' },
    { zh: '上季度', en: 'last quarter' },
    { zh: '下季度', en: 'next quarter' },
  ],
  year: [
    { zh: '今年', en: 'this year' },
    { zh: '去年', en: 'last year' },
    { zh: '明年', en: 'next year' },
  ],
} as const

/** A value as words. */
export const describeValue = (
  value: FilterValue,
  field: Field | undefined,
  language: Language,
  names: (id: string) => string = (id) => id,
): string => {
  const zh = language === 'zh'
  if (Array.isArray(value))
    return value.map((item) => describeValue(item as FilterValue, field, language, names)).join(zh ? '、' : ', ')
  if (typeof value !== 'object') {
    if (field?.kind === 'choice')
      return field.choices.find((choice) => choice.value === value)?.label[language] ?? String(value)
    if (field?.kind === 'boolean') return value ? (zh ? '是' : 'yes') : zh ? '否' : 'no'
    return field?.kind === 'ref' || field?.kind === 'refs' ? names(String(value)) : String(value)
  }
  if ('me' in value) return zh ? '我' : 'me'
  if ('myTeam' in value) return zh ? '我的团队' : 'my team'
  if ('daysAgo' in value) return zh ? `${value.daysAgo} 天前` : `${value.daysAgo} days ago`
  if ('daysAhead' in value) return zh ? `${value.daysAhead} 天后` : `in ${value.daysAhead} days`
  if ('period' in value) {
    const known: readonly Label[] = periods[value.period]
    const index = value.offset === 0 ? 0 : value.offset === -1 ? 1 : value.offset === 1 ? 2 : known.length
    return known[index]?.[language] ?? `${value.period} ${value.offset}`
  }
  return 'from' in value ? `${value.from} – ${value.to}` : ''
}
