/** A contact as it is sent → its card, with what its reader was sent of it and no more. */
import { cardText, type Card } from '../../card.ts'
import { labelText } from './export-cell.ts'

type Row = Record<string, unknown>
type Place = { customer?: { label: unknown }; title: string | null; departmentName: string | null; active: boolean }

/** The fields of which a card is made. */
export const cardFields: readonly string[] = [
  'id',
  'name',
  'customers',
  'phones',
  'emails',
  'wechat',
  'birthDate',
  'tags',
  'note',
]

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const days = /^\d{4}-\d{2}-\d{2}$/

export const contactCard = (row: Row, language: 'zh' | 'en'): string => {
  const places = list(row.customers) as Place[]
  const place = places.find(({ active }) => active) ?? null
  const birthDate = text(row.birthDate)
  return cardText({
    id: String(row.id),
    name: text(row.name) ?? '',
    phones: list(row.phones) as Card['phones'],
    emails: list(row.emails) as Card['emails'],
    company: labelText(place?.customer?.label, language),
    department: place?.departmentName ?? null,
    title: place?.title ?? null,
    wechat: text(row.wechat),
    birthDate: birthDate && days.test(birthDate) ? birthDate : null,
    tags: list(row.tags) as string[],
    note: text(row.note),
  })
}
