/** Rows as they are stored → what they say of themselves. */
import type { Address, Email, Phone } from '@rapport/domain/field/kinds.ts'
import type { DuplicateType } from '@rapport/domain/features/duplicates/duplicates.ts'
import type { Described } from '@rapport/domain/features/duplicates/identity.ts'

type Text = string | null | undefined
/** The columns that matter, of a customer or of a contact. */
export type Stored = {
  kind?: string
  name: string
  shortName?: Text
  phones?: unknown
  emails?: unknown
  wechat?: Text
  taxNo?: Text
  registryNo?: Text
  website?: Text
  birthDate?: Date | string | null | undefined
  city?: Text
  addresses?: unknown
}

// Beside the type, so that none is forgotten.
const describing: Record<keyof Stored, true> = {
  kind: true,
  name: true,
  shortName: true,
  phones: true,
  emails: true,
  wechat: true,
  taxNo: true,
  registryNo: true,
  website: true,
  birthDate: true,
  city: true,
  addresses: true,
}
/** Whether one of these columns says something of what a record is recognised by. */
export const describes = (names: Iterable<string>): boolean =>
  [...names].some((name) => Object.hasOwn(describing, name))

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : [])
const dayOf = (date: Stored['birthDate']): string | null =>
  date instanceof Date ? date.toISOString().slice(0, 10) : (date?.slice(0, 10) ?? null)

/** A contact is a person, whatever else. */
export const describedBy = (type: DuplicateType, row: Stored, customerIds: readonly string[] = []): Described => ({
  kind: type === 'customer' && row.kind === 'company' ? 'company' : 'person',
  name: row.name,
  shortName: row.shortName ?? null,
  phones: listOf<Phone>(row.phones),
  emails: listOf<Email>(row.emails),
  wechat: row.wechat ?? null,
  taxNo: row.taxNo ?? null,
  registryNo: row.registryNo ?? null,
  website: row.website ?? null,
  birthDate: dayOf(row.birthDate),
  city: row.city ?? null,
  addresses: listOf<Address>(row.addresses),
  customerIds,
})
