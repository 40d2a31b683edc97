/** Products by what a file identifies them with. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { Tx } from '../../ctx.ts'
import { sql, type Sql } from '../../records/record-set.ts'

type Match = { value: string; id: string; label: Label; certain: boolean }

const keys: Record<string, (values: string[], externalSource: string) => { value: Sql; where: Sql }> = {
  code: (values) => ({ value: sql`product.code`, where: sql`lower(product.code) = any(${values}::text[])` }),
  externalId: (values, source) => ({
    value: sql`product."externalId"`,
    where: sql`product."externalSource" = ${source} and product."externalId" = any(${values}::text[])`,
  }),
  label: (values) => ({ value: sql`name.text`, where: sql`lower(name.text) = any(${values}::text[])` }),
}

/** `values` come as they stand in the file and folded. */
export const matchProducts = async (
  tx: Tx,
  path: string,
  values: readonly string[],
  externalSource: string,
): Promise<Match[]> => {
  const key = keys[path]?.([...values], externalSource)
  if (!key) return []
  return tx.db.$queryRaw<Match[]>`
    select distinct ${key.value} as value, product.id::text, product.label, true as certain
    from products product, unnest(array[product.label->>'zh', product.label->>'en']) as name(text)
    where product."deletedAt" is null and ${key.where}`
}
