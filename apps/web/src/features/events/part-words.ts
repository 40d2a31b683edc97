/** What hangs on a record as a list of its own (places at customers, lines, people, competitors), in words. */
import { buyingRoleLabels, type BuyingRole } from '@rapport/domain/features/pipelines/criterion-choices.ts'
import type { Label } from '../../lib/use-language.ts'
import type { Words } from './change-words.ts'

type Element = Record<string, unknown>
type Say = (element: Element, words: Words) => string

const labelIn = (element: Element, key: string, { textOf }: Words): string => {
  const label = (element[key] as { label?: unknown } | null | undefined)?.label
  return typeof label === 'string' || (typeof label === 'object' && label !== null) ? textOf(label as string) : '…'
}
const joined = (parts: unknown[]): string => parts.filter((part) => typeof part === 'string' && part !== '').join(' · ')
const amount = (value: unknown, { format }: Words) => (typeof value === 'string' ? format.number(value, 4) : '')

const relation: Say = (one, words) => joined([labelIn(one, 'type', words), labelIn(one, 'other', words)])

const says: Record<string, Say> = {
  'contacts.relations': relation,
  'customers.relations': relation,
  'contacts.customers': (place, words) =>
    joined([labelIn(place, 'customer', words), place.title, place.departmentName]),
  'opportunities.lines': (line, words) =>
    joined([
      `${labelIn(line, 'product', words)} × ${amount(line.quantity, words)}`,
      amount(line.unitPrice, words),
      Number(line.discount) > 0 && `−${words.format.percent(String(line.discount))}`,
    ]),
  'opportunities.contacts': (person, words) => {
    const role = buyingRoleLabels[person.buyingRole as BuyingRole] as Label | undefined
    return joined([labelIn(person, 'contact', words), role && words.textOf(role)])
  },
  'opportunities.competitors': (rival, words) => joined([labelIn(rival, 'competitor', words), rival.note]),
}

/** Null for what is no such list. */
export const partWords = (path: string, value: unknown, words: Words): string | null => {
  const say = says[path]
  if (!say || !Array.isArray(value)) return null
  return value.length === 0 ? words.none : words.format.list(value.map((element) => say(element as Element, words)))
}
