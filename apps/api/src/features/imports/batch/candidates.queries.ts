/** The records a row may refer to, with everything a file could call them by. Only what the actor may see is among them. */
import { may } from '@rapport/domain/access/actor.ts'
import type { Noun } from '@rapport/domain/access/permissions.ts'
import { normalizeCompanyName } from '@rapport/domain/features/duplicates/company-name.ts'
import type { Candidate } from '@rapport/domain/features/imports/references.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import { searchable } from '@rapport/domain/search-text.ts'
import type { Tx } from '../../../ctx.ts'
import { sql, type Sql } from '../../../records/record-set.ts'
import { containing } from '../../../records/searched.ts'
import { contactRecords } from '../../contacts/contacts.records.ts'
import { customerRecords } from '../../customers/customers.records.ts'

type Wanted = { tx: Tx; plan: ImportPlan; texts: readonly string[] }
type List = { noun: Noun; query: (wanted: Wanted) => Sql; isLarge?: true }

const labelNames = sql`array[label->>'zh', label->>'en']`

/**
 * Past records may belong to people who left and name products no longer sold. A superior may be invited and not have come
 * yet, an owner may not.
 */
const lists: Record<string, List> = {
  users: {
    noun: 'users',
    query: ({ plan }) => sql`
      select id::text, name as label, array_remove(array[email, "externalId"], null) as keys, array[name] as names, null as scope
      from users where status = 'active' or (status <> 'left' and ${plan.entity === 'users' || plan.entity === 'teams'}) or ${plan.history}`,
  },
  teams: {
    noun: 'teams',
    query: () => sql`
      select id::text, label, '{}'::text[] as keys, ${labelNames} as names, null as scope from teams where "archivedAt" is null`,
  },
  roles: {
    noun: 'roles',
    query: () => sql`
      select id::text, label, array_remove(array[code], null) as keys, ${labelNames} as names, null as scope from roles where "archivedAt" is null`,
  },
  sources: {
    noun: 'sources',
    query: () => sql`
      select id::text, label, array[code] as keys, ${labelNames} as names, null as scope from sources where "archivedAt" is null`,
  },
  products: {
    noun: 'products',
    query: ({ plan }) => sql`
      select id::text, label, array_remove(array[code, case when "externalSource" = ${plan.options.externalSource} then "externalId" end], null) as keys,
        ${labelNames} as names, null as scope from products where "deletedAt" is null and (active or ${plan.history})`,
  },
  pipelines: {
    noun: 'pipelines',
    query: () => sql`
      select id::text, label, '{}'::text[] as keys, ${labelNames} as names, null as scope from pipelines where "archivedAt" is null`,
  },
  stages: {
    noun: 'pipelines',
    query: () => sql`
      select id::text, label, '{}'::text[] as keys, ${labelNames} as names, "pipelineId"::text as scope from stages where "archivedAt" is null`,
  },
  'dictionary-items': {
    noun: 'dictionaries',
    query: () => sql`
      select item.id::text, item.label, array[item.code] as keys, array[item.label->>'zh', item.label->>'en'] as names, d.code as scope
      from dictionary_items item join dictionaries d on d.id = item."dictionaryId" where item."archivedAt" is null`,
  },
  customers: {
    noun: 'customers',
    isLarge: true,
    query: ({ tx, plan, texts }) => sql`
      select customer.id::text, customer.name as label,
        array_remove(array[customer.number, case when customer."externalSource" = ${plan.options.externalSource} then customer."externalId" end], null) as keys,
        array_remove(array[customer.name, customer."shortName"], null) as names, null as scope
      from customers customer where (customer."normalizedName" = any(${texts.map(normalizeCompanyName).filter(Boolean)}::text[])
        or customer.name = any(${[...texts]}::text[]) or customer.number = any(${[...texts]}::text[]) or customer.id = any(${ids(texts)}::uuid[])
        or (customer."externalSource" = ${plan.options.externalSource} and customer."externalId" = any(${[...texts]}::text[])))
        and ${customerRecords.visibleTo(tx.actor)}`,
  },
  contacts: {
    noun: 'contacts',
    isLarge: true,
    query: ({ tx, plan, texts }) => sql`
      select contact.id::text, contact.name as label,
        array_remove(array[case when contact."externalSource" = ${plan.options.externalSource} then contact."externalId" end], null) as keys,
        array[contact.name] as names, null as scope
      from contacts contact where (contact.name = any(${[...texts]}::text[]) or contact.id = any(${ids(texts)}::uuid[])
        or (contact."externalSource" = ${plan.options.externalSource} and contact."externalId" = any(${[...texts]}::text[])))
        and ${contactRecords.visibleTo(tx.actor)}`,
  },
}

const ids = (texts: readonly string[]) =>
  texts.filter((text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)).map((text) => text.toLowerCase())

/** Whether all candidates come, whatever the texts. */
export const comesWhole = (to: string): boolean => !lists[to]?.isLarge

/** `to` as in the field's reference. Large nouns are asked for these texts alone, small ones come whole. */
export const loadCandidates = async (
  tx: Tx,
  plan: ImportPlan,
  to: string,
  texts: readonly string[],
): Promise<Candidate[]> => {
  const list = lists[to]
  if (!list || texts.length === 0 || !may(tx.actor, `${list.noun}.read`)) return []
  return tx.db.$queryRaw<Candidate[]>(list.query({ tx, plan, texts }))
}

/** Candidates that could have been meant by texts that were not found. */
export const loadAlike = async (
  tx: Tx,
  plan: ImportPlan,
  to: string,
  dictionary: string | undefined,
  texts: readonly string[],
): Promise<Candidate[]> => {
  if (to !== 'customers')
    return (await loadCandidates(tx, plan, to, texts)).filter(
      ({ scope }) => dictionary === undefined || scope === dictionary,
    )
  if (!may(tx.actor, 'customers.read')) return []
  const heads = texts.map((text) => containing(searchable(text.trim().slice(0, 3))))
  return tx.db.$queryRaw<Candidate[]>`
    select customer.id::text, customer.name as label, '{}'::text[] as keys, array[customer.name] as names from customers customer
    where customer."searchText" like any(${heads}::text[]) and ${customerRecords.visibleTo(tx.actor)} limit 500`
}

/** Rows of the same file that are called one of these, by what the file calls its own records. */
export const rowsCalled = async (
  tx: Tx,
  plan: ImportPlan,
  texts: readonly string[],
): Promise<Map<string, { pending: boolean }>> => {
  const own = plan.columns.filter(({ target }) => ownNames.has(target.path)).map(({ index }) => index)
  if (own.length === 0 || texts.length === 0) return new Map()
  const rows = await tx.db.$queryRaw<{ text: string; pending: boolean }[]>`
    select lower(trim(raw->>at)) as text, bool_or(outcome is null) as pending from import_rows, unnest(${own}::int[]) as at
    where "importId" = ${plan.id}::uuid and lower(trim(raw->>at)) = any(${texts.map((text) => text.toLowerCase())}::text[]) group by 1`
  return new Map(rows.map(({ text, pending }) => [text, { pending }]))
}

const ownNames = new Set(['name', 'label', 'label.zh', 'label.en', 'email', 'externalId', 'code'])
