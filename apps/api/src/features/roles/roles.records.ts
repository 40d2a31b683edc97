/** Roles in SQL; the matrix of rights is a part of the record, sent as it is stored. */
import { roleFields } from '@rapport/domain/features/roles/roles.fields.ts'
import { rolePolicy } from '@rapport/domain/features/roles/roles.policy.ts'
import { recordSet, sql } from '../../records/record-set.ts'
import { labelText, searchedText } from '../../records/searched.ts'

const memberCount = sql`(select count(*)::int from user_roles ur where ur."roleId" = role.id)`

export const roleRecords = recordSet({
  noun: 'roles',
  alias: 'role',
  fields: roleFields,
  from: sql`roles role`,
  visibleTo: () => sql`true`,
  computed: () => ({ memberCount }),
  parts: () => ({
    rights: { value: sql`role.rights` },
    scopes: { value: sql`role.scopes` },
    fieldRules: { value: sql`role."fieldRules"` },
    special: { value: sql`role.special` },
  }),
  labels: {},
  search: searchedText({ label: labelText(sql`role.label`) }),
  facts: () => ({ archivedAt: sql`role."archivedAt"`, memberCount }),
  can: (actor, row) => ({
    edit: rolePolicy.edit(actor),
    archive: rolePolicy.archive(actor, { archivedAt: row.archivedAt }),
    delete: rolePolicy.delete(actor, { memberCount: Number(row.memberCount) }),
  }),
  defaultSort: ['createdAt'],
})
