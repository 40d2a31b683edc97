/** By what a customer or contact is recognised, and the keys under which it is found again. */
import type { Address, Email, Phone } from '../../field/kinds.ts'
import { foldCase } from '../../filter/matches.ts'
import { comparePlaces, normalizeStreet, type Place } from './address.ts'
import { normalizeCompanyName } from './company-name.ts'
import { emailPoint, ownDomain, phonePoint, type Point } from './contact-points.ts'
import { normalizePersonName } from './person-name.ts'
import { isCreditCode, normalizeTaxNo } from './tax-number.ts'

export const identityKinds = ['phone', 'email', 'wechat', 'taxNo', 'domain', 'name', 'birthDate', 'address'] as const
export type IdentityKind = (typeof identityKinds)[number]
/** A value that two records of one person or company have in common; `shared` when others may have it too. */
export type IdentityKey = { kind: IdentityKind; value: string; shared: boolean }

/** What a record says of itself; phones with their international form, dates as 'YYYY-MM-DD'. */
export type Described = {
  kind: 'company' | 'person'
  name: string
  shortName?: string | null
  phones?: readonly Pick<Phone, 'e164' | 'type'>[]
  emails?: readonly Pick<Email, 'address'>[]
  wechat?: string | null
  taxNo?: string | null
  registryNo?: string | null
  website?: string | null
  birthDate?: string | null
  city?: string | null
  addresses?: readonly Partial<Pick<Address, 'street' | 'city' | 'postcode'>>[]
  /** The customers where a contact stands now. */
  customerIds?: readonly string[]
}

/** The same in comparable form. */
export type Identity = {
  kind: 'company' | 'person'
  names: string[]
  phones: Point[]
  emails: Point[]
  wechats: string[]
  taxNos: string[]
  domains: string[]
  birthDate: string | null
  city: string | null
  places: Place[]
  customerIds: readonly string[]
}

const once = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null && value !== '')),
]

export const identityOf = (from: Described): Identity => {
  const isCompany = from.kind === 'company'
  const emails = (from.emails ?? []).flatMap(emailPoint)
  const places = (from.addresses ?? []).map(({ street = null, city = null, postcode = null }) => ({
    street,
    city: city ?? from.city ?? null,
    postcode,
  }))
  // A registry number counts where it is the number that serves for taxes as well.
  const registryNo = normalizeTaxNo(from.registryNo ?? '')
  return {
    kind: from.kind,
    names: isCompany
      ? once([bareName(from), from.shortName ?? ''].map(normalizeCompanyName))
      : once([normalizePersonName(from.name)]),
    phones: (from.phones ?? []).flatMap(phonePoint),
    emails,
    wechats: once([foldCase((from.wechat ?? '').normalize('NFKC')).trim()]),
    taxNos: once([normalizeTaxNo(from.taxNo ?? ''), isCreditCode(registryNo) ? registryNo : '']),
    domains: isCompany ? once([ownDomain(from.website ?? ''), ...emails.map(({ value }) => ownDomain(value))]) : [],
    birthDate: isCompany ? null : (from.birthDate ?? null),
    city: from.city ?? places.find(({ city }) => city !== null)?.city ?? null,
    places,
    customerIds: from.customerIds ?? [],
  }
}

const brackets = /[([【〔<]([^()[\]【】〔〕<>]{1,40})[)\]】〕>]/gu

// The registry puts the place in brackets; one's own city there says nothing new, wherever in the world it is.
const bareName = ({ name, city }: Described): string =>
  name
    .normalize('NFKC')
    .replace(brackets, (whole, inside: string) => (comparePlaces(inside, city ?? null) === 'same' ? ' ' : whole))

// What is longer is no key; an index takes no longer ones either.
const LONGEST = 200

/** Every key of a record, each once. */
export const keysOf = (identity: Identity): IdentityKey[] => {
  const plain = (kind: IdentityKind, values: readonly (string | null)[]): IdentityKey[] =>
    once(values).map((value) => ({ kind, value, shared: false }))
  const points = (kind: IdentityKind, list: readonly Point[]): IdentityKey[] =>
    list.map((point) => ({ kind, ...point }))
  const keys = [
    ...points('phone', identity.phones),
    ...points('email', identity.emails),
    ...plain('wechat', identity.wechats),
    ...plain('taxNo', identity.taxNos),
    ...plain('domain', identity.domains),
    ...plain('name', identity.names),
    ...plain('birthDate', [identity.birthDate]),
    ...plain(
      'address',
      identity.places.map(({ street }) => normalizeStreet(street ?? '')),
    ),
  ].filter(({ value }) => [...value].length <= LONGEST)
  return [...new Map(keys.map((key) => [`${key.kind} ${key.value}`, key])).values()]
}
