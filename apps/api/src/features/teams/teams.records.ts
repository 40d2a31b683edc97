/** Teams in SQL. Whoever may read teams sees all of them. */
import { teamFields } from '@rapport/domain/features/teams/teams.fields.ts'
import { teamPolicy } from '@rapport/domain/features/teams/teams.policy.ts'
import { recordSet, sql } from '../../records/record-set.ts'
import { labelText, searchedText } from '../../records/searched.ts'

export const teamRecords = recordSet({
  noun: 'teams',
  alias: 'team',
  fields: teamFields,
  from: sql`teams team left join teams parent on parent.id = team."parentId" left join users manager on manager.id = team."managerId"`,
  visibleTo: () => sql`true`,
  computed: () => ({
    memberCount: sql`(select count(*)::int from team_members m join users u on u.id = m."userId" and u.status <> 'left'
      where m."teamId" = team.id and m."to" is null)`,
  }),
  labels: { parent: sql`parent.label`, manager: sql`manager.name` },
  search: searchedText({ label: labelText(sql`team.label`) }),
  facts: () => ({ archivedAt: sql`team."archivedAt"` }),
  can: (actor, row) => ({
    edit: teamPolicy.edit(actor),
    archive: teamPolicy.archive(actor, { archivedAt: row.archivedAt }),
    delete: teamPolicy.delete(),
  }),
  defaultSort: ['label'],
})
