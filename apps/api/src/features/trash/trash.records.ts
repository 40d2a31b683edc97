/** The trash in SQL: the deleted records of every noun that the actor could have deleted himself. */
import { may, type Actor } from '@rapport/domain/access/actor.ts'
import type { Permission } from '@rapport/domain/access/permissions.ts'
import { readsLabel } from '@rapport/domain/access/readable.ts'
import { TRASH_DAYS, trashFields } from '@rapport/domain/features/trash/trash.fields.ts'
import { recordSets } from '../../records/all.ts'
import { column, join, recordSet, sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { batchSize, trashTables } from '../../records/trash.ts'

/** The set of a noun that has a trash. */
export const setOf = (entity: string): RecordSet & Required<Pick<RecordSet, 'title' | 'restorable'>> => {
  const set = recordSets()[entity]
  if (!set?.title || !set.restorable) throw new Error(`${entity} can be deleted and not restored`)
  return { ...set, title: set.title, restorable: set.restorable }
}

// What was deleted by itself: its batch bears its own id. The joins of a set's `from` that nothing here needs cost nothing.
const entries = join(
  trashTables.map((entity) => {
    const { alias, from, title } = setOf(entity)
    const own = (name: string) => column(alias, name)
    return sql`select ${own('id')} as id, ${entity}::text as entity, ${title} as title, ${own('deletedAt')} as "deletedAt",
      ${own('deletedById')} as "deletedById" from ${from}
      where ${own('deleteBatchId')} is not null and ${own('deleteBatchId')} = ${own('id')}`
  }),
  ' union all ',
)

const visible = (actor: Actor): Sql => {
  const perNoun = trashTables.flatMap((entity) => {
    if (!may(actor, `${entity}.delete` satisfies Permission)) return []
    const { alias, from, restorable } = setOf(entity)
    const own = sql`select 1 from ${from} where ${column(alias, 'id')} = trash.id and ${restorable(actor)}`
    return [sql`(trash.entity = ${entity} and exists (${own}))`]
  })
  return perNoun.length === 0 ? sql`false` : sql`(${join(perNoun, ' or ')})`
}

// The title is what people call the record: who may not read that field of its noun does not read it here.
const title = (actor: Actor): Sql => {
  const nameless = trashTables.filter((entity) => !readsLabel(actor, entity))
  return sql`(case when trash.entity = any(${nameless}::text[]) then '' else trash.title end)`
}

export const trashRecords = recordSet({
  noun: 'trash',
  alias: 'trash',
  fields: trashFields,
  from: sql`(${entries}) trash left join users remover on remover.id = trash."deletedById"`,
  visibleTo: visible,
  computed: ({ actor }) => ({
    title: title(actor),
    along: sql`${batchSize(sql`trash.id`)} - 1`,
    until: sql`(trash."deletedAt" + make_interval(hours => ${24 * TRASH_DAYS}::int))`,
  }),
  labels: { deletedBy: sql`remover.name` },
  can: () => ({ restore: true }),
  defaultSort: ['-deletedAt'],
})
