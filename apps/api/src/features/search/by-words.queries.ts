/** The ways to the records whose name or number holds what somebody typed: those called just so, that begin so, that hold all words. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { beginning, containing } from '../../records/list.ts'
import { column, join, raw, sql, table, type RecordSet, type Sql } from '../../records/record-set.ts'

// Of a word that thousands of names hold, so many are weighed against each other; whoever types on gets to the others.
const BEGINNING = 60
const CONTAINING = 100
const SAME = 20
// So few are looked through for those the caller sees, sooner than all he sees is looked through for the word.
const FEW = 400

export const live = (set: RecordSet): Sql => sql`${column(set.alias, 'deletedAt')} is null`
// The nouns searched here bear the names of their tables.
export const rowsOf = (set: RecordSet): Sql => sql`${table(set.noun)} ${raw(set.alias)}`

// What begins as a number of ours is one record's or few ones', and its parts are in all of them: it is looked up, not weighed.
const numbered = /^\p{L}{2,6}-\d{4}-\d{1,9}$/u
const WHOLE = /-\d{6,}$/

/**
 * `few` is what holds the words, whoever may see it, up to one more than would be few; null where one way leads to all he sees. Where it is not
 * all there is, only the ways that begin with what the caller sees find the rest, and they are gone then alone.
 */
export const byWords = (
  actor: Actor,
  set: RecordSet,
  { text, words }: { text: string; words: readonly string[] },
): { few: Sql | null; ways: Sql[] } => {
  const { search: searched } = set
  if (!searched) return { few: null, ways: [] }
  const all = join(
    words.map((word) => sql`${searched} like ${containing(word)}`),
    ' and ',
  )
  const same = equalTo(set, text).map((condition) => found(set, condition, SAME))
  if (numbered.test(text)) {
    const isWhole = WHOLE.test(text) && same.length > 0
    return { few: null, ways: isWhole ? same : [...same, found(set, all, CONTAINING)] }
  }
  const begun = beginsWith(searched, words.join(' '))
  const ways = set.ways?.(actor) ?? [sql`true`]
  const through = (way: Sql, beginning: Sql) => [
    found(set, sql`${way} and ${beginning}`, BEGINNING),
    found(set, sql`${way} and ${all}`, CONTAINING),
  ]
  if (ways.length === 1) return { few: null, ways: [...same, ...ways.flatMap((way) => through(way, begun))] }
  const isMany = sql`(select count(*) from few) > ${raw(String(FEW))}`
  return {
    few: sql`select ${column(set.alias, 'id')} as id from ${rowsOf(set)} where ${live(set)} and ${all} limit ${raw(String(FEW + 1))}`,
    ways: [
      ...same,
      sql`(select id, null::text as key from few where not ${isMany})`,
      // What begins so holds it as well. Of a beginning PostgreSQL expects one row in two hundred, and would rather look at all he sees.
      ...ways.flatMap((way) => through(sql`${isMany} and ${way}`, sql`${begun} and ${all}`)),
    ],
  }
}

const found = (set: RecordSet, condition: Sql, limit: number): Sql =>
  sql`(select ${column(set.alias, 'id')} as id, null::text as key from ${rowsOf(set)}
    where ${live(set)} and ${condition} limit ${raw(String(limit))})`

// So much of what is searched is in an index that is ordered by it.
const ORDERED = 24

const beginsWith = (searched: Sql, text: string): Sql => {
  const ordered = sql`left(${searched}, ${raw(String(ORDERED))}) collate "C" like ${beginning(text.slice(0, ORDERED))}`
  return text.length > ORDERED ? sql`${ordered} and ${searched} like ${beginning(text)}` : ordered
}

/** The columns with an index that may hold just this. */
const equalTo = (set: RecordSet, text: string): Sql[] => {
  const names = [...(set.noun === 'opportunities' ? [] : ['name']), 'number', 'code']
  return names
    .filter((name) => set.searched?.includes(name))
    .map((name) => sql`${column(set.alias, name)} = ${name === 'name' ? text : text.toUpperCase()}`)
}
