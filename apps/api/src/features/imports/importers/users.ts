/** Users from a file: invited, with their place in the organisation; no rights from who may not give them. */
import { administeredFields } from '@rapport/domain/features/users/users.fields.ts'
import { userPolicy } from '@rapport/domain/features/users/users.policy.ts'
import { userDraft, userPatch, type UserDraft, type UserPatch } from '@rapport/domain/features/users/users.ts'
import { columnOf } from '@rapport/domain/features/imports/parse-row.ts'
import { insertUser } from '../../users/user-creation.commands.ts'
import { updateUser } from '../../users/users.commands.ts'
import { matchUsers } from '../../users/users.import.queries.ts'
import { userRecords } from '../../users/users.records.ts'
import type { Importer } from '../batch/importer.ts'

export const userImporter: Importer = {
  batch: 100,
  records: userRecords,
  made: { roleIds: ['roleId'] },
  draft: userDraft,
  patch: userPatch,
  match: (tx, { options }, path, values) => matchUsers(tx, path, values, options.externalSource),
  shape: (_plan, row, { roleId, ...draft }) => ({
    ...draft,
    ...(typeof draft.email === 'string' && { email: draft.email.toLowerCase() }),
    ...(roleId !== undefined && row.values.has('roleId') && { roleIds: [roleId] }),
  }),
  check: async (tx, plan, rows) => {
    if (userPolicy.giveRights(tx.actor)) return
    for (const { row, draft, verdict } of rows)
      for (const name of administeredFields.filter((one) => one in draft && !(one === 'email' && verdict === 'new')))
        row.problems.push({ column: columnOf(plan, name), target: name, code: 'field.forbidden', severity: 'error' })
  },
  create: async (tx, _plan, rows) => {
    const ids: string[] = []
    for (const { draft } of rows) ids.push((await insertUser(tx, draft as UserDraft, null, 'user.imported')).id)
    return ids
  },
  update: (tx, id, patch) => updateUser(tx, id, patch as UserPatch),
}
