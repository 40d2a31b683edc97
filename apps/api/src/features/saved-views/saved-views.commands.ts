/** Writing saved views. Events tell names and sharing, never what a view selects: that is for who may read those fields. */
import { may } from '@rapport/domain/access/actor.ts'
import type { Permission } from '@rapport/domain/access/permissions.ts'
import { savedViewFields } from '@rapport/domain/features/saved-views/saved-views.fields.ts'
import { savedViewPolicy } from '@rapport/domain/features/saved-views/saved-views.policy.ts'
import type { SavedView, SavedViewDraft, SavedViewPatch } from '@rapport/domain/features/saved-views/saved-views.ts'
import { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { changesBetween, record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { lockVisible } from '../../records/find.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable } from '../../records/writable.ts'
import { checkContent, readView, type Content } from './saved-views.queries.ts'
import { savedViewRecords } from './saved-views.records.ts'

type Sent = { version?: number | undefined }

/** Errors: 400 for content that does not exist for the caller, 403 for publishing without the right, 422 without a team. */
export const createView = (ctx: Ctx, draft: SavedViewDraft): Promise<SavedView> =>
  transact(ctx, (tx) => makeView(tx, draft))

/** The same within a transaction that goes on. */
export const makeView = async (tx: Tx, draft: SavedViewDraft): Promise<SavedView> => {
  const { entity, label, layout = 'table', shared = 'me', isDefault = false } = draft
  demand(may(tx.actor, `${entity}.read` as Permission))
  demand(savedViewPolicy.share(tx.actor, shared))
  demandWritable(tx, 'saved-views', savedViewFields, draft)
  checkContent(tx, entity, draft)
  const teamId = teamFor(tx, shared)
  const by = { createdById: tx.actor.userId, updatedById: tx.actor.userId }
  if (isDefault) await stepBack(tx, { id: null, entity, shared, createdById: tx.actor.userId })
  const about = { entity, label, layout, shared, teamId, isDefault, createdAt: tx.now }
  const data = { ...about, ...contentColumns(draft), ...by }
  const { id } = await tx.db.savedView.create({ data, select: { id: true } })
  await record(tx, { type: 'savedView.created', subject: id, title: label, version: 1 })
  return readView(tx, id)
}

export const updateView = (ctx: Ctx, id: string, patch: SavedViewPatch): Promise<SavedView> =>
  transact(ctx, async (tx) => {
    const view = await findView(tx, id)
    demand(savedViewPolicy.edit(tx.actor, view))
    demand(savedViewPolicy.share(tx.actor, patch.shared))
    demandWritable(tx, 'saved-views', savedViewFields, patch)
    sameVersion(tx, view, patch, (name) => told.has(name))
    checkContent(tx, view.entity, patch)
    const { label = view.label, layout = view.layout, shared = view.shared, isDefault = view.isDefault } = patch
    const changed = { label, layout, shared, isDefault }
    const teamId = shared === view.shared ? view.teamId : teamFor(tx, shared)
    if (isDefault) await stepBack(tx, { ...view, shared })
    await tx.db.savedView.update({
      where: { id },
      data: { ...changed, teamId, ...contentColumns(patch), ...stamp(tx) },
    })
    const changes = changesBetween(view, changed)
    await record(tx, { type: 'savedView.updated', subject: id, title: label, version: view.version + 1, changes })
    return readView(tx, id)
  })

/** Takes the view away from everybody who had it. */
export const archiveView = (ctx: Ctx, id: string, sent: Sent): Promise<SavedView> =>
  transact(ctx, async (tx) => {
    const view = await findView(tx, id)
    demand(savedViewPolicy.edit(tx.actor, view))
    sameVersion(tx, view, sent)
    if (view.archivedAt !== null) return readView(tx, id)
    await tx.db.savedView.update({ where: { id }, data: { archivedAt: tx.now, ...stamp(tx) } })
    await record(tx, { type: 'savedView.archived', subject: id, title: view.label, version: view.version + 1 })
    return readView(tx, id)
  })

/** Brings it back as it was; shown first it is only when no other took its place. */
export const unarchiveView = (ctx: Ctx, id: string, sent: Sent): Promise<SavedView> =>
  transact(ctx, async (tx) => {
    const view = await findView(tx, id)
    demand(savedViewPolicy.edit(tx.actor, view))
    sameVersion(tx, view, sent)
    if (view.archivedAt === null) return readView(tx, id)
    const isDefault = view.isDefault && (await tx.db.savedView.count({ where: rivals(view) })) === 0
    await tx.db.savedView.update({ where: { id }, data: { archivedAt: null, isDefault, ...stamp(tx) } })
    await record(tx, { type: 'savedView.unarchived', subject: id, title: view.label, version: view.version + 1 })
    return readView(tx, id)
  })

const told = new Set(['label', 'layout', 'shared', 'isDefault'])

const findView = async (tx: Tx, id: string) => {
  await lockVisible(tx, savedViewRecords, id)
  return tx.db.savedView.findUniqueOrThrow({ where: { id } })
}

// A view goes to the team one works in; it stays with that team whatever becomes of oneself.
const teamFor = (tx: Tx, shared: string): string | null => {
  if (shared !== 'team') return null
  return tx.actor.primaryTeamId ?? refuse('savedView.noTeam', {}, [{ path: 'shared', code: 'savedView.noTeam' }])
}

const contentColumns = ({ filter, sort, columns, group }: Content) => ({
  ...(filter !== undefined && { filter: filter ?? Prisma.DbNull }),
  ...(sort !== undefined && { sort }),
  ...(columns !== undefined && { columns: columns ?? [], ownColumns: columns !== null }),
  ...(group !== undefined && { group }),
})

type Place = { id: string | null; entity: string; shared: string; createdById: string | null }

// Everybody's first view is one; so is each person's own.
const rivals = ({ id, entity, shared, createdById }: Place): Prisma.SavedViewWhereInput => ({
  entity,
  isDefault: true,
  archivedAt: null,
  ...(id !== null && { id: { not: id } }),
  ...(shared === 'all' ? { shared } : { shared: { not: 'all' }, createdById }),
})

/** The view that was shown first before steps back. */
const stepBack = async (tx: Tx, place: Place): Promise<void> => {
  const before = await tx.db.savedView.findFirst({ where: rivals(place) })
  if (!before) return
  await tx.db.savedView.update({ where: { id: before.id }, data: { isDefault: false, ...stamp(tx) } })
  await record(tx, {
    type: 'savedView.updated',
    subject: before.id,
    title: before.label,
    version: before.version + 1,
    changes: changesBetween({ isDefault: true }, { isDefault: false }),
  })
}
