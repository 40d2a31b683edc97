/** Contacts by what a file identifies them with. */
import type { Tx } from '../../ctx.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { contactRecords } from './contacts.records.ts'

type Match = { value: string; id: string; label: string; certain: boolean }
type Key = (values: string[], externalSource: string) => Sql

const found = (value: Sql, from: Sql, where: Sql, certain = true) => sql`
  select distinct ${value} as value, contact.id::text, contact.name as label, ${certain}::boolean as certain from ${from} where ${where}`
const table = sql`contacts contact`

// Two people may have one name, so a name alone is never certain.
const keys: Record<string, Key> = {
  name: (values) => found(sql`contact.name`, table, sql`lower(contact.name) = any(${values}::text[])`, false),
  wechat: (values) => found(sql`contact.wechat`, table, sql`lower(contact.wechat) = any(${values}::text[])`),
  externalId: (values, source) =>
    found(
      sql`contact."externalId"`,
      table,
      sql`contact."externalSource" = ${source} and contact."externalId" = any(${values}::text[])`,
    ),
  phones: (values) =>
    found(
      sql`phone->>'e164'`,
      sql`contacts contact, jsonb_array_elements(contact.phones) phone`,
      sql`phone->>'e164' = any(${values}::text[])`,
    ),
  emails: (values) =>
    found(
      sql`lower(mail->>'address')`,
      sql`contacts contact, jsonb_array_elements(contact.emails) mail`,
      sql`lower(mail->>'address') = any(${values}::text[])`,
    ),
}

/** `values` come as they stand in the file and folded. */
export const matchContacts = async (
  tx: Tx,
  path: string,
  values: readonly string[],
  externalSource: string,
): Promise<Match[]> => {
  const key = keys[path]?.([...values], externalSource)
  return key ? tx.db.$queryRaw<Match[]>`${key} and ${contactRecords.visibleTo(tx.actor)}` : []
}
