/** Rows that hang on a record of one of several nouns, by `targetType` and `targetId`: seen by who sees that record. */
import { may, type Actor } from '@rapport/domain/access/actor.ts'
import type { Permission } from '@rapport/domain/access/permissions.ts'
import { hasRow } from './from.ts'
import { anyOf } from './scope.ts'
import { column, sql, type RecordSet, type Sql } from './record-set.ts'

/** The nouns by their types. */
export type TargetSets = Readonly<Record<string, RecordSet>>

/** True for the rows of `alias` whose record the actor sees. */
export const targetVisible = (actor: Actor, alias: string, sets: TargetSets): Sql =>
  anyOf(
    Object.entries(sets).flatMap(([type, set]) => {
      if (!set.personal && !may(actor, `${set.noun}.read` as Permission)) return []
      const own = sql`${column(set.alias, 'id')} = ${column(alias, 'targetId')} and ${set.visibleTo(actor, true)}`
      return [sql`(${column(alias, 'targetType')} = ${type} and ${hasRow(set, own)})`]
    }),
  )
