/** The ways to the records whose name or number holds what somebody typed: those called just so, that begin so, that hold all words. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { isClear } from '@rapport/domain/access/readable.ts'
import { searchable } from '@rapport/domain/search-text.ts'
import { column, join, raw, sql, table, type RecordSet, type Sql } from '../../records/record-set.ts'
import { beginning, holds, knownText, type Known } from '../../records/searched.ts'

// Of a word that thousands of names hold, so many are weighed against each other; whoever types on gets to the others.
const BEGINNING = 60
const CONTAINING = 100
const SAME = 20
// Another's record of just that name stands before one's own that only begin so: only of a common word so many are one's own.
const ENOUGH = 20
// So few are looked through for those the caller sees, sooner than all he sees is looked through for the word.
const FEW = 400

export const live = (set: RecordSet): Sql => sql`${column(set.alias, 'deletedAt')} is null`
// The nouns searched here bear the names of their tables.
export const rowsOf = (set: RecordSet): Sql => sql`${table(set.noun)} ${raw(set.alias)}`

// What begins as a number of ours is one record's or few ones', and its parts are in all of them: it is looked up, not weighed.
const numbered = /^\p{L}{2,6}-\d{4}-\d{1,9}$/u
const WHOLE = /-\d{6,}$/

/** Selects in order, each of which may refer to those before it by name, and the ways, which may refer to all of them. */
export type Found = { named: readonly (readonly [name: string, select: Sql])[]; ways: Sql[] }

/** `most` is how many are asked for. */
export type Words = { text: string; words: readonly string[]; most: number }

export const byWords = (actor: Actor, set: RecordSet, known: Known, { text, words, most }: Words): Found => {
  const all = join(
    words.map((word) => holds(known, word)),
    ' and ',
  )
  const equal = withIndex(set).filter((name) => isClear(actor, set.noun, name))
  const same = equal.map((name) => found(set, equalTo(set, name, text), SAME))
  if (numbered.test(text)) {
    const isWhole = WHOLE.test(text) && equal.some((name) => name !== 'name')
    return { named: [], ways: isWhole ? same : [...same, found(set, all, CONTAINING)] }
  }
  const begun = beginsWith(known, searchable(words.join(' ')))
  const [own = sql`true`, ...others] = set.ways?.(actor) ?? []
  if (others.length === 0) {
    return {
      named: [],
      ways: [...same, found(set, sql`${own} and ${begun}`, BEGINNING), found(set, sql`${own} and ${all}`, CONTAINING)],
    }
  }
  const { named, ways } = inTurn(set, { all, begun, own, others, enough: Math.min(Math.max(most, ENOUGH), BEGINNING) })
  return { named, ways: [...same, ...ways] }
}

type Turn = { all: Sql; begun: Sql; own: Sql; others: readonly Sql[]; enough: number }

/**
 * Of what leads in by several ways, best first: those of the first way that begin so, of the others, those of the first way that hold the words,
 * of the others. What comes later stands behind what came before, and is not looked for once that is enough: a word of two characters
 * is in ten thousands of names, and each look through its trigrams takes a dozen milliseconds. Where `few` hold the words,
 * whoever may see them, they are all there is, and no way is gone.
 */
const inTurn = (set: RecordSet, { all, begun, own, others, enough }: Turn): Found => {
  const begins = (condition: Sql) => found(set, sql`${condition} and ${begun}`, BEGINNING)
  const holds = (condition: Sql) => found(set, sql`${condition} and ${all}`, CONTAINING)
  const isShort = (...names: string[]) =>
    sql`(select count(*) from (${join(
      names.map((name) => sql`select id from ${raw(name)}`),
      ' union ',
    )}) so_far) < ${raw(String(enough))}`
  const isMany = sql`(select count(*) from few) > ${raw(String(FEW))}`
  // What begins so holds it as well; of a beginning PostgreSQL expects one row in two hundred, and would rather look at all he sees.
  const othersBegun = (way: Sql) => begins(sql`${isMany} and ${way} and ${all}`)
  return {
    named: [
      ['own_begun', begins(own)],
      ['few', sql`${idsOf(set, sql`${isShort('own_begun')} and ${all}`)} limit ${raw(String(FEW + 1))}`],
      ['begun', join(others.map(othersBegun), ' union all ')],
      ['own', holds(sql`${isMany} and ${isShort('own_begun', 'begun')} and ${own}`)],
    ],
    ways: [
      ...['own_begun', 'begun', 'own'].map((name) => sql`(select id, null::text as key from ${raw(name)})`),
      sql`(select id, null::text as key from few where not ${isMany})`,
      ...others.map((way) => holds(sql`${isMany} and ${isShort('own_begun', 'begun', 'own')} and ${way}`)),
    ],
  }
}

const idsOf = (set: RecordSet, condition: Sql): Sql =>
  sql`select ${column(set.alias, 'id')} as id, null::text as key from ${rowsOf(set)} where ${live(set)} and ${condition}`

const found = (set: RecordSet, condition: Sql, limit: number): Sql =>
  sql`(${idsOf(set, condition)} limit ${raw(String(limit))})`

// So much of what is searched is in an index that is ordered by it.
const ORDERED = 24

// What may be known of it decides; the index leads there by all of it.
const beginsWith = (known: Known, text: string): Sql => {
  const ordered = sql`left(${known.text}, ${raw(String(ORDERED))}) collate "C" like ${beginning(text.slice(0, ORDERED))}`
  return text.length > ORDERED || known.part ? sql`${ordered} and ${knownText(known)} like ${beginning(text)}` : ordered
}

/** The columns with an index that may hold just this. */
const withIndex = (set: RecordSet): string[] =>
  [...(set.noun === 'opportunities' ? [] : ['name']), 'number', 'code'].filter(
    (name) => set.search && name in set.search.of,
  )

const equalTo = (set: RecordSet, name: string, text: string): Sql =>
  sql`${column(set.alias, name)} = ${name === 'name' ? text : text.toUpperCase()}`
