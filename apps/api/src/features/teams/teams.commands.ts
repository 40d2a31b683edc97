/** Writing the tree of teams. Who belongs to a team is written with the user. */
import { teamFields } from '@rapport/domain/features/teams/teams.fields.ts'
import type { Team, TeamDraft, TeamPatch } from '@rapport/domain/features/teams/teams.ts'
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { columnsOf } from '../../records/columns.ts'
import { readRecord } from '../../records/find.ts'
import { demandNoCircle } from '../../records/no-circle.ts'
import { changesOf, openRecord } from '../../records/open.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { teamRecords } from './teams.records.ts'

const tree = { table: 'teams', column: 'parentId', refusal: 'team.cycle' } as const

/** Errors: 422 `reference.invalid` for a parent that is archived or a manager who has left. */
export const createTeam = (
  ctx: Ctx | Tx,
  draft: TeamDraft,
  type: 'team.created' | 'team.imported' = 'team.created',
): Promise<Team> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'teams', teamFields, draft)
    await demandReferences(tx, draft)
    const columns = columnsOf(teamFields, draft) as Pick<TeamDraft, 'label'>
    const by = { createdById: tx.actor.userId, updatedById: tx.actor.userId }
    const { id } = await tx.db.team.create({
      data: { ...columns, createdAt: tx.now, updatedAt: tx.now, ...by },
      select: { id: true },
    })
    await record(tx, { type, subject: id, title: draft.label.zh, version: 1 })
    return readRecord<Team>(tx, teamRecords, id)
  })

/** Errors: 422 `team.cycle` when the team would stand below itself. */
export const updateTeam = (ctx: Ctx | Tx, id: string, patch: TeamPatch): Promise<Team> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<Team>(tx, teamRecords, id)
    demand(before.can.edit)
    demandWritable(tx, 'teams', teamFields, patch)
    sameVersion(tx, before, patch, readableName(tx, 'teams'))
    await demandNoCircle(tx, tree, id, patch.parentId ?? null)
    const { parentId, managerId } = patch
    await demandReferences(tx, {
      ...(parentId !== before.parentId && { parentId }),
      ...(managerId !== before.managerId && { managerId }),
    })
    const { label } = await tx.db.team.update({
      where: { id },
      data: { ...columnsOf(teamFields, patch), ...stamp(tx) },
      select: { label: true },
    })
    const after = await readRecord<Team>(tx, teamRecords, id)
    const changes = changesOf(patch, before, after)
    await record(tx, { type: 'team.updated', subject: id, title: titleOf(label), version: after.version, changes })
    return after
  })

/** Retires a team, or offers it again. Errors: 409 `team.inUse` while it has members or teams below. */
export const archiveTeam = (
  ctx: Ctx | Tx,
  id: string,
  sent: { version?: number | undefined },
  archived: boolean,
): Promise<Team> =>
  transact(ctx, async (tx) => {
    const team = await openRecord<Team>(tx, teamRecords, id)
    demand(team.can.edit)
    sameVersion(tx, team, { version: sent.version })
    // What can be archived is not archived yet.
    if (team.can.archive !== archived) return team
    if (archived) await demandUnused(tx, id)
    const { label } = await tx.db.team.update({
      where: { id },
      data: { archivedAt: archived ? tx.now : null, ...stamp(tx) },
      select: { label: true },
    })
    const type = archived ? 'team.archived' : 'team.unarchived'
    await record(tx, { type, subject: id, title: titleOf(label), version: team.version + 1 })
    return readRecord<Team>(tx, teamRecords, id)
  })

const titleOf = (label: Prisma.JsonValue) => (label as Label).zh

const demandUnused = async (tx: Tx, id: string): Promise<void> => {
  const members = await tx.db.teamMember.count({ where: { teamId: id, to: null, user: { status: { not: 'left' } } } })
  const teams = await tx.db.team.count({ where: { parentId: id, archivedAt: null } })
  if (members + teams > 0) refuse('team.inUse', { members, teams })
}

const demandReferences = async (tx: Tx, given: Pick<TeamPatch, 'parentId' | 'managerId'>): Promise<void> => {
  const { parentId, managerId } = given
  const select = { id: true } as const
  const faults = [
    ...(parentId && !(await tx.db.team.findFirst({ where: { id: parentId, archivedAt: null }, select }))
      ? ['parentId']
      : []),
    ...(managerId && !(await tx.db.user.findFirst({ where: { id: managerId, status: { not: 'left' } }, select }))
      ? ['managerId']
      : []),
  ].map((path) => ({ path, code: 'reference.invalid' }))
  if (faults.length > 0) refuse('reference.invalid', { field: faults[0]?.path }, faults)
}
