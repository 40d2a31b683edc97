/** Names of prepared statements, shared by everything that speaks over one pool, since its connections are shared as well. */
import type pg from 'pg'

const STATEMENT_NAMES = 500

type NameOf = (text: string) => string | undefined
const named = new WeakMap<pg.Pool, NameOf>()

/**
 * One name per SQL text, because a name reused for another text fails; bounded, because a list's SQL varies. A text gets its
 * name when it comes the second time, so that those that never come back take none; without a name it is planned anew.
 */
export function statementNames(pool: pg.Pool): NameOf {
  const known = named.get(pool)
  if (known) return known
  const names = new Map<string, string>()
  const seenOnce = new Set<string>()
  const nameOf: NameOf = (text) => {
    const name = names.get(text)
    if (name || names.size >= STATEMENT_NAMES) return name
    if (!seenOnce.delete(text)) {
      if (seenOnce.size >= STATEMENT_NAMES) seenOnce.clear()
      seenOnce.add(text)
      return undefined
    }
    names.set(text, `s${names.size}`)
    return names.get(text)
  }
  named.set(pool, nameOf)
  return nameOf
}
