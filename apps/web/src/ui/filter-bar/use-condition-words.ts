/** A condition in words: “Tier is any of High, Mid”. Days and amounts read as everywhere else. */
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import { describeFilter, describeValue } from '@rapport/domain/filter/describe.ts'
import type { Condition, Filter, FilterValue } from '@rapport/domain/filter/filter.ts'
import { conditionsOf } from '@rapport/domain/filter/filter.ts'
import { operatorLabels } from '@rapport/domain/filter/operators.ts'
import { useFormat, type Format } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useNamesByNoun, useRefNames } from '../ref-source.ts'

// As wide as a name may be: an id is several times wider, and all below the chips would move when the name comes.
const COMING = '········'

export type Words = { field: string; op: string; value: string }

const isDay = (field: Field | undefined, value: FilterValue): value is string =>
  typeof value === 'string' && (field?.kind === 'date' || field?.kind === 'instant')

function valueWords(value: FilterValue, field: Field | undefined, names: Map<string, string>, format: Format): string {
  if (isDay(field, value)) return format.date(value.slice(0, 10))
  if (field?.kind === 'percent' && typeof value === 'string') return format.percent(value)
  if (field?.kind === 'money' && typeof value === 'string') return format.number(value, 2)
  if (typeof value === 'object' && 'from' in value) {
    return `${valueWords(value.from, field, names, format)} – ${valueWords(value.to, field, names, format)}`
  }
  return describeValue(value, field, format.reader.language, (id) => names.get(id) ?? id)
}

/** The ids a filter names, by the noun they belong to. */
function idsIn(filter: Filter | undefined, fields: Fields, to: string): string[] {
  if (!filter) return []
  return conditionsOf(filter).flatMap(({ field, value }) => {
    const known = fields[field]
    if (!known || !('to' in known) || known.to !== to) return []
    return [value].flat().filter((id): id is string => typeof id === 'string')
  })
}

const nounOf = (field: Field | undefined): string => (field && 'to' in field ? field.to : '')

/** Says a condition in words; `noun` is the one its references point to, if it has any. */
export function useConditionWords(condition: Condition, fields: Fields): Words {
  const format = useFormat()
  const textOf = useLabel()
  const field = fields[condition.field]
  const to = nounOf(field)
  const names = useRefNames(to, to ? idsIn(condition, fields, to) : [], COMING)
  return {
    field: field ? textOf(field.label) : condition.field,
    op: textOf(operatorLabels[condition.op]),
    value: condition.value === undefined ? '' : valueWords(condition.value, field, names, format),
  }
}

/** A whole tree as one sentence; whatever nouns its references point to. */
export function useTreeWords(filter: Filter, fields: Fields): string {
  const format = useFormat()
  const nouns = new Set(conditionsOf(filter).map(({ field }) => nounOf(fields[field])))
  const names = useNamesByNoun(
    [...nouns].filter(Boolean).map((to) => [to, idsIn(filter, fields, to)]),
    COMING,
  )
  const say = (value: FilterValue, field: Field | undefined) => valueWords(value, field, names, format)
  return describeFilter(filter, (path) => fields[path], format.reader.language, say)
}
