/** A person – a contact, or a customer of that kind – as it is sent → its card, with what its reader was sent of it and no more. */
import { isClear, type FieldReader } from '../../access/readable.ts'
import { cardText, type Card } from '../../card.ts'
import { labelText } from './export-cell.ts'
import type { CardEntity } from './export-formats.ts'

type Row = Record<string, unknown>
type Place = { customer?: { label: unknown }; title: string | null; departmentName: string | null; active: boolean }

const shared = ['id', 'name', 'phones', 'emails', 'wechat', 'birthDate', 'tags', 'note']

/** The fields of which a card is made. */
export const cardFields: Record<CardEntity, readonly string[]> = {
  contacts: [...shared, 'customers'],
  customers: [...shared, 'kind', 'country', 'region', 'city', 'addresses', 'website'],
}

/** The part of the record that goes into a card: half a number calls nobody, so what is masked is left out. */
export const clearForCard = (reader: FieldReader, entity: CardEntity, row: Row): Row =>
  Object.fromEntries(
    cardFields[entity].filter((name) => isClear(reader, entity, name)).map((name) => [name, row[name]]),
  )

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const days = /^\d{4}-\d{2}-\d{2}$/

export const cardOf = (entity: CardEntity, row: Row, language: 'zh' | 'en'): string => {
  const birthDate = text(row.birthDate)
  return cardText({
    id: String(row.id),
    name: text(row.name) ?? '',
    phones: list(row.phones) as Card['phones'],
    emails: list(row.emails) as Card['emails'],
    wechat: text(row.wechat),
    birthDate: birthDate && days.test(birthDate) ? birthDate : null,
    tags: list(row.tags) as string[],
    note: text(row.note),
    ...(entity === 'contacts' ? standing(row, language) : living(row)),
  })
}

type Standing = Pick<Card, 'company' | 'department' | 'title'>
type Living = Pick<Card, 'address' | 'website'>
const nowhere: Standing = { company: null, department: null, title: null }
const unknown: Living = { address: null, website: null }

const standing = (row: Row, language: 'zh' | 'en'): Standing & Living => {
  const place = (list(row.customers) as Place[]).find(({ active }) => active)
  if (!place) return { ...nowhere, ...unknown }
  const company = labelText(place.customer?.label, language)
  return { company, department: place.departmentName, title: place.title, ...unknown }
}

// City and street as an import reads them: the one is the customer's own field, the other his first address.
const living = (row: Row): Standing & Living => {
  const [first = {}] = list(row.addresses) as Row[]
  const address = {
    street: text(first.street),
    postcode: text(first.postcode),
    city: text(row.city),
    region: text(row.region),
    country: text(row.country),
  }
  return { ...nowhere, address: Object.values(address).some(Boolean) ? address : null, website: text(row.website) }
}

const MOST = 60
// What is a sign to some system of files, or cannot be seen.
const unsafe = /[\s\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu

/** 周工.vcf; a name that is not told, or holds nothing that a file may be called, is the noun's. */
export const cardFileName = (entity: CardEntity, name: unknown): string => {
  const signs = [...(text(name) ?? '').replaceAll(unsafe, ' ')]
  const begin = signs.findIndex(isNoEdge)
  const safe = begin < 0 ? [] : signs.slice(begin, signs.findLastIndex(isNoEdge) + 1)
  return `${safe.slice(0, MOST).join('').trim() || entity.slice(0, -1)}.vcf`
}
const isNoEdge = (sign: string): boolean => sign !== ' ' && sign !== '.'
