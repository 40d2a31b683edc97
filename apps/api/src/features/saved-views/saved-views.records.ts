/**
 * Saved views in SQL. One's own; those shared with everybody; those shared with a team, for its members and the teams
 * below it. Of nouns one may not read there are none.
 */
import { may, type Actor } from '@rapport/domain/access/actor.ts'
import type { Permission } from '@rapport/domain/access/permissions.ts'
import { savedViewFields, viewEntities } from '@rapport/domain/features/saved-views/saved-views.fields.ts'
import { savedViewPolicy } from '@rapport/domain/features/saved-views/saved-views.policy.ts'
import { recordSet, sql, type Sql } from '../../records/record-set.ts'
import { searchedText } from '../../records/searched.ts'

const visibleTo = (actor: Actor): Sql => {
  if (actor.kind === 'system') return sql`true`
  const entities = viewEntities.map(({ value }) => value).filter((noun) => may(actor, `${noun}.read` as Permission))
  return sql`(view.entity = any(${entities}::text[]) and (view."createdById" = ${actor.userId}::uuid or view.shared = 'all'
    or (view.shared = 'team' and view."teamId" in (${teamsAbove(actor.teamIds)}))))`
}

// One's teams and all above them: what is shared with a department reaches its teams.
const teamsAbove = (teamIds: readonly string[]): Sql => sql`
  with recursive above as (
    select t.id, t."parentId" from teams t where t.id = any(${[...teamIds]}::uuid[])
    union select t.id, t."parentId" from teams t join above a on t.id = a."parentId"
  ) select id from above`

export const savedViewRecords = recordSet({
  noun: 'saved-views',
  personal: true,
  alias: 'view',
  fields: savedViewFields,
  from: sql`saved_views view left join users maker on maker.id = view."createdById"`,
  visibleTo,
  labels: { createdBy: sql`maker.name` },
  parts: () => ({
    filter: { value: sql`view.filter` },
    sort: { value: sql`to_json(view.sort)` },
    columns: { value: sql`case when view."ownColumns" then to_json(view.columns) end` },
    group: { value: sql`view."group"` },
  }),
  search: searchedText({ label: sql`view.label` }),
  facts: () => ({ maker: sql`view."createdById"`, sharing: sql`view.shared`, gone: sql`view."archivedAt"` }),
  can: (actor, row) => {
    const view = { createdById: row.maker, shared: row.sharing, archivedAt: row.gone ?? null }
    return {
      edit: savedViewPolicy.edit(actor, view),
      publish: savedViewPolicy.publish(actor, view),
      archive: savedViewPolicy.archive(actor, view),
    }
  },
  defaultSort: ['label'],
})
