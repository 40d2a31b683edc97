/** Writing roles. Each change needs a password entered minutes ago, and takes effect at the next request of every holder. */
import type { RoleRules } from '@rapport/domain/access/actor.ts'
import { roleFields } from '@rapport/domain/features/roles/roles.fields.ts'
import type { Role, RoleDraft, RolePatch } from '@rapport/domain/features/roles/roles.ts'
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { Prisma } from '@rapport/prisma'
import { demandAdministrator, lockAdministrators } from '../../access/administrators.queries.ts'
import { demandFreshSignIn } from '../../access/fresh.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { changesBetween, record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { readRecord } from '../../records/find.ts'
import { openRecord } from '../../records/open.ts'
import { sameVersionIfSent } from '../../records/trash.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { demandFieldRules, demandWithin } from './role-rules.ts'
import { roleRecords } from './roles.records.ts'

type Parts = Pick<RoleDraft, 'rights' | 'scopes' | 'fieldRules' | 'special'>
const empty: RoleRules = { rights: {}, scopes: {}, fieldRules: {}, special: [] }

/** Errors: 403 `auth.stale`, `role.exceeds`; 400 for a rule on a field that cannot have it. */
export const createRole = (ctx: Ctx, draft: RoleDraft): Promise<Role> =>
  transact(ctx, async (tx) => {
    demandFreshSignIn(tx)
    demandWritable(tx, 'roles', roleFields, draft)
    const rules = withParts(empty, draft)
    demandFieldRules(rules.fieldRules)
    demandWithin(tx, rules)
    const by = { createdById: tx.actor.userId, updatedById: tx.actor.userId }
    const { id } = await tx.db.role.create({
      data: { label: draft.label, ...asColumns(rules), createdAt: tx.now, updatedAt: tx.now, ...by },
      select: { id: true },
    })
    const changes = changesBetween({}, rules)
    await record(tx, { type: 'role.created', subject: id, title: draft.label.zh, version: 1, changes })
    return readRecord<Role>(tx, roleRecords, id)
  })

/** Errors: as for creating, and 409 `user.last_admin` when nobody could administer people any more. */
export const updateRole = (ctx: Ctx, id: string, patch: RolePatch): Promise<Role> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<Role>(tx, roleRecords, id)
    demand(before.can.edit)
    demandFreshSignIn(tx)
    demandWritable(tx, 'roles', roleFields, patch)
    sameVersion(tx, before, patch, readableName(tx, 'roles'))
    const stored = await tx.db.role.findUniqueOrThrow({ where: { id } })
    const rules = withParts(stored as unknown as RoleRules, patch)
    demandFieldRules(patch.fieldRules ?? {})
    demandWithin(tx, stored as unknown as RoleRules)
    demandWithin(tx, rules)
    await lockAdministrators(tx)
    const { label = stored.label as Label } = patch
    await tx.db.role.update({
      where: { id },
      data: { label, ...asColumns(rules), ...stamp(tx) },
      select: { id: true },
    })
    await demandAdministrator(tx)
    const changes = changesBetween(stored, { label, ...rules })
    await record(tx, { type: 'role.updated', subject: id, title: label.zh, version: before.version + 1, changes })
    return readRecord<Role>(tx, roleRecords, id)
  })

/** Errors: 409 `role.inUse` with the number of people who have it. */
export const deleteRole = (ctx: Ctx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    const role = await openRecord<Role>(tx, roleRecords, id)
    demandFreshSignIn(tx)
    sameVersionIfSent(tx, role)
    const count = await tx.db.userRole.count({ where: { roleId: id } })
    if (count > 0) refuse('role.inUse', { count })
    const { label } = await tx.db.role.delete({ where: { id }, select: { label: true } })
    await record(tx, { type: 'role.deleted', subject: id, title: (label as Label).zh, version: role.version + 1 })
  })

/** Retires a role, or offers it again; who has it keeps it. */
export const archiveRole = (
  ctx: Ctx,
  id: string,
  sent: { version?: number | undefined },
  archived: boolean,
): Promise<Role> =>
  transact(ctx, async (tx) => {
    const role = await openRecord<Role>(tx, roleRecords, id)
    demand(role.can.edit)
    sameVersion(tx, role, { version: sent.version })
    if (role.can.archive !== archived) return role
    const { label } = await tx.db.role.update({
      where: { id },
      data: { archivedAt: archived ? tx.now : null, ...stamp(tx) },
      select: { label: true },
    })
    const type = archived ? 'role.archived' : 'role.unarchived'
    await record(tx, { type, subject: id, title: (label as Label).zh, version: role.version + 1 })
    return readRecord<Role>(tx, roleRecords, id)
  })

const withParts = (before: RoleRules, sent: Parts): RoleRules => {
  const { rights = before.rights, scopes = before.scopes, fieldRules = before.fieldRules } = sent
  return { rights, scopes, fieldRules, special: sent.special ?? before.special } as RoleRules
}

type Json = Prisma.InputJsonValue
const asColumns = ({ rights, scopes, fieldRules, special }: RoleRules) => ({
  rights: rights as Json,
  scopes: scopes as Json,
  fieldRules: fieldRules as Json,
  special,
})
