/** Users in SQL. Whoever may read users sees all of them: colleagues are no secret, and every picker asks for them. */
import { userFields } from '@rapport/domain/features/users/users.fields.ts'
import { userPolicy, type UserState } from '@rapport/domain/features/users/users.policy.ts'
import { recordSet, sql } from '../../records/record-set.ts'
import { searchedText } from '../../records/searched.ts'

export const userRecords = recordSet({
  noun: 'users',
  alias: 'person',
  fields: userFields,
  from: sql`users person left join users manager on manager.id = person."managerId" left join teams team on team.id = person."primaryTeamId"`,
  visibleTo: () => sql`true`,
  computed: () => ({
    teamIds: sql`array(select m."teamId"::text from team_members m where m."userId" = person.id and m."to" is null order by m.id)`,
    roleIds: sql`array(select ur."roleId"::text from user_roles ur where ur."userId" = person.id order by ur."roleId")`,
  }),
  links: () => ({
    teamIds: (ids) =>
      sql`exists (select 1 from team_members m where m."userId" = person.id and m."to" is null and m."teamId" = any(${[...ids]}::uuid[]))`,
    roleIds: (ids) =>
      sql`exists (select 1 from user_roles ur where ur."userId" = person.id and ur."roleId" = any(${[...ids]}::uuid[]))`,
  }),
  labels: { manager: sql`manager.name`, primaryTeam: sql`team.label` },
  search: searchedText({ name: sql`person.name || ' ' || person.pinyin`, email: sql`person.email` }),
  facts: () => ({
    status: sql`person.status`,
    cameOnce: sql`(person."lastSeenAt" is not null)`,
  }),
  can: (actor, row) => {
    const person = { status: row.status as UserState, cameOnce: row.cameOnce === true }
    return {
      edit: userPolicy.edit(actor),
      administer: userPolicy.administer(actor),
      invite: userPolicy.invite(actor, person),
      resetPassword: userPolicy.resetPassword(actor, person),
      suspend: userPolicy.suspend(actor, person),
      reactivate: userPolicy.reactivate(actor, person),
      leave: userPolicy.leave(actor, person),
      delete: userPolicy.delete(actor, person),
    }
  },
  defaultSort: ['name'],
})
