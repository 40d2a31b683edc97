/** Customers by what a file identifies them with. */
import { normalizeCompanyName } from '@rapport/domain/features/duplicates/company-name.ts'
import { foldName } from '@rapport/domain/fold-name.ts'
import type { Tx } from '../../ctx.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { customerRecords } from './customers.records.ts'

type Match = { value: string; id: string; label: string; certain: boolean }
type Key = (values: string[], externalSource: string) => Sql

const plain = (column: Sql, where: Sql) => sql`
  select distinct ${column} as value, customer.id::text, customer.name as label, true as certain from customers customer where ${where}`

const keys: Record<string, Key> = {
  number: (values) =>
    plain(sql`customer.number`, sql`customer.number = any(${values.map((value) => value.toUpperCase())}::text[])`),
  taxNo: (values) => plain(sql`customer."taxNo"`, sql`lower(customer."taxNo") = any(${values}::text[])`),
  externalId: (values, source) =>
    plain(
      sql`customer."externalId"`,
      sql`customer."externalSource" = ${source} and customer."externalId" = any(${values}::text[])`,
    ),
  phones: (values) => sql`
    select distinct phone->>'e164' as value, customer.id::text, customer.name as label, true as certain
    from customers customer, jsonb_array_elements(customer.phones) phone where phone->>'e164' = any(${values}::text[])`,
  emails: (values) => sql`
    select distinct lower(mail->>'address') as value, customer.id::text, customer.name as label, true as certain
    from customers customer, jsonb_array_elements(customer.emails) mail where lower(mail->>'address') = any(${values}::text[])`,
}

/**
 * `values` come as they stand in the file and folded. By name a customer is certain when the names are the same but for case and width, alike when only
 * legal form or place differ.
 */
export const matchCustomers = async (
  tx: Tx,
  path: string,
  values: readonly string[],
  externalSource: string,
): Promise<Match[]> => {
  if (path === 'name') return matchNames(tx, values)
  const key = keys[path]?.([...values], externalSource)
  return key ? tx.db.$queryRaw<Match[]>`${key} and ${customerRecords.visibleTo(tx.actor)}` : []
}

const matchNames = async (tx: Tx, values: readonly string[]): Promise<Match[]> => {
  const normalized = Map.groupBy(values, normalizeCompanyName)
  normalized.delete('')
  const rows = await tx.db.$queryRaw<{ id: string; label: string; normalized: string }[]>`
    select customer.id::text, customer.name as label, customer."normalizedName" as normalized from customers customer
    where customer."normalizedName" = any(${[...normalized.keys()]}::text[]) and ${customerRecords.visibleTo(tx.actor)}`
  return rows.flatMap(({ id, label, normalized: key }) =>
    (normalized.get(key) ?? []).map((value) => ({ value, id, label, certain: foldName(label) === foldName(value) })),
  )
}
