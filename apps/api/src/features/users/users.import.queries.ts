/** Users by what a file identifies them with. */
import type { Tx } from '../../ctx.ts'
import { sql, type Sql } from '../../records/record-set.ts'

type Match = { value: string; id: string; label: string; certain: boolean }

const keys: Record<string, (values: string[], externalSource: string) => { value: Sql; where: Sql }> = {
  email: (values) => ({ value: sql`email`, where: sql`email = any(${values}::text[])` }),
  name: (values) => ({ value: sql`name`, where: sql`lower(name) = any(${values}::text[])` }),
  externalId: (values, source) => ({
    value: sql`"externalId"`,
    where: sql`"externalSource" = ${source} and "externalId" = any(${values}::text[])`,
  }),
}

/** `values` come as they stand in the file and folded. */
export const matchUsers = async (
  tx: Tx,
  path: string,
  values: readonly string[],
  externalSource: string,
): Promise<Match[]> => {
  const key = keys[path]?.([...values], externalSource)
  if (!key) return []
  return tx.db.$queryRaw<Match[]>`
    select ${key.value} as value, id::text, name as label, true as certain from users where ${key.where}`
}
