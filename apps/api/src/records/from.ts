/**
 * The joins a statement needs, and no others. Left joins on primary keys neither add nor lose rows, so one whose alias
 * nothing names (as `alias.column`) can go. PostgreSQL drops them too, but only after planning them, and then no longer
 * counts in an index alone.
 */
import { raw, sql, type RecordSet, type Sql } from './record-set.ts'

/** `named` is how a statement that needs the join speaks of it. */
type Join = { named: string; text: string }
type Split = { base: string; joins: Join[] }

const splits = new WeakMap<RecordSet, Split | null>()

/** The set's `from`, cut down to what these parts of the statement name. */
export const fromFor = (set: RecordSet, ...parts: readonly Sql[]): Sql => {
  const split = splitOf(set)
  if (!split) return set.from
  let used = parts.map((part) => part.sql).join(' ')
  const kept: string[] = []
  // From the last on, because a join may rest on those before it.
  for (const { named, text } of split.joins.toReversed()) {
    if (!used.includes(named)) continue
    kept.unshift(text)
    used += text
  }
  return raw([split.base, ...kept].join(' left join '))
}

/** Whether the set has a row of which this is true. */
export const hasRow = (set: RecordSet, condition: Sql): Sql =>
  sql`exists (select 1 from ${fromFor(set, condition)} where ${condition})`

/**
 * The join that brings what a reference of this name points at, resting on `key` instead of the row's own column;
 * null where the reference has no such join.
 */
export const joinOn = (set: RecordSet, name: string, key: string): Sql | null => {
  const own = `${set.alias}."${name}"`
  const found = splitOf(set)?.joins.find(({ text }) => text.endsWith(`.id = ${own}`))
  return found ? raw(`left join ${found.text.replace(own, key)}`) : null
}

const splitOf = (set: RecordSet): Split | null => {
  const known = splits.get(set)
  if (known !== undefined) return known
  const split = set.from.values.length > 0 || set.from.sql.includes('(') ? null : cut(set.from.sql)
  splits.set(set, split)
  return split
}

// A join of another kind after a left one would be part of it: such a `from` stays whole.
const cut = (from: string): Split | null => {
  const [base = '', ...rest] = from.split('left join ').map((text) => text.trim())
  const joins = rest.flatMap((text) => {
    const alias = /^\w+ (\w+) on (?!.*\bjoin\b)/s.exec(text)?.[1]
    return alias ? [{ named: `${alias}.`, text }] : []
  })
  return joins.length === rest.length ? { base, joins } : null
}
