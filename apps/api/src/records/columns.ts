/** Values as sent → columns as stored: the only way from a body to a row, by the noun's list of fields. */
import type { Field, Fields, PhoneIn } from '@rapport/domain/field/kinds.ts'
import { roundMoney } from '@rapport/domain/money.ts'
import { readPhones } from '../values/phones.ts'

/**
 * The columns of the fields that were sent; keys that are no field, or a derived one, are left out. `currency` rounds the
 * amounts whose currency is not sent with them.
 */
export const columnsOf = (fields: Fields, sent: object, currency = 'CNY'): Record<string, unknown> => {
  const given = sent as Record<string, unknown>
  const columns: Record<string, unknown> = {}
  for (const name in fields) {
    const field = fields[name] as Field
    if (!field.derived && given[name] !== undefined) columns[name] = columnOf(field, given[name], given, currency)
  }
  return columns
}

const columnOf = (field: Field, value: unknown, given: Record<string, unknown>, currency: string): unknown => {
  if (value === null) return null
  switch (field.kind) {
    case 'date':
      return new Date(`${String(value)}T00:00:00Z`)
    case 'instant':
      return new Date(String(value))
    case 'phones':
      return readPhones(value as PhoneIn[])
    case 'money':
      return roundMoney(String(value), String(given[field.currencyField] ?? currency))
    default:
      return value
  }
}
