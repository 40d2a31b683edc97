/** Lending access to a record, and taking it back. The next request of the person goes by it already. */
import { dateIn } from '@rapport/domain/dates.ts'
import type { LentAccess } from '@rapport/domain/features/collaborators/collaborators.fields.ts'
import { decideLending } from '@rapport/domain/features/collaborators/collaborators.rules.ts'
import type { Sharing, Unsharing } from '@rapport/domain/features/collaborators/collaborators.ts'
import { loadActors } from '../../access/actor.queries.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { accept, demand, refuse } from '../../http/problems.ts'
import { lockVisible } from '../../records/find.ts'
import { openRecord } from '../../records/open.ts'
import { sql } from '../../records/record-set.ts'
import { lasts } from '../../records/scope.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'
import { sharedSets, type SharedType } from './collaborators.records.ts'

export type Shared = { type: SharedType; id: string }
/** How the record is answered once it is shared. */
type Reading<T> = (tx: Tx, id: string) => Promise<T>
type Opened = { version: number; can: { share: boolean } }

// So many are shown on a record, and asked about at every request of theirs.
const MOST = 100

/** Errors: 404, 403 for others than the owner and who stands above him, 428, 412, 422 `share.…`, `reference.invalid`. */
export const shareRecord = <T>(ctx: Ctx | Tx, shared: Shared, sent: Sharing, read: Reading<T>): Promise<T> =>
  transact(ctx, async (tx) => {
    const { version, ...lending } = sent
    const before = await openShared(tx, shared)
    sameVersion(tx, before, version === undefined ? {} : { version })
    await lend(tx, shared, lending)
    return read(tx, shared.id)
  })

/** The same for several people who only read from now on, whatever the version. Errors: as above, but for the version. */
export const shareForReading = async (tx: Tx, shared: Shared, userIds: readonly string[]): Promise<void> => {
  await openShared(tx, shared)
  for (const userId of userIds) await lend(tx, shared, { userId, access: 'read' })
}

/** Errors: 404, 403, 428, 412, 422 `reference.invalid` for somebody to whom nothing is lent. */
export const unshareRecord = <T>(ctx: Ctx | Tx, shared: Shared, sent: Unsharing, read: Reading<T>): Promise<T> =>
  transact(ctx, async (tx) => {
    const { userId, version } = sent
    const before = await openShared(tx, shared)
    sameVersion(tx, before, version === undefined ? {} : { version })
    const where = { recordType: shared.type, recordId: shared.id, userId }
    const { count } = await tx.db.collaborator.deleteMany({ where })
    if (count === 0) refuseUser()
    const person = await tx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } })
    await tell(tx, shared, 'unshared', { to: person.name, userId })
    return read(tx, shared.id)
  })

/** The caller's own access, given back; nothing happens where none is lent to him. Errors: 404. */
export const leaveRecord = (ctx: Ctx | Tx, shared: Shared): Promise<void> =>
  transact(ctx, async (tx) => {
    await lockVisible(tx, sharedSets[shared.type], shared.id)
    const { userId } = tx.actor
    if (userId === null) return
    const where = { recordType: shared.type, recordId: shared.id, userId }
    const { count } = await tx.db.collaborator.deleteMany({ where })
    if (count > 0) await tell(tx, shared, 'shareLeft', { userId })
  })

/** Of records that are gone for good. */
export const forgetCollaborators = async ({ db }: Pick<Tx, 'db'>): Promise<void> => {
  await db.$executeRaw`
    delete from collaborators lent where not exists (select 1 from customers c where c.id = lent."recordId")
      and not exists (select 1 from opportunities o where o.id = lent."recordId")`
}

const openShared = async (tx: Tx, { type, id }: Shared): Promise<Opened> => {
  const opened = await openRecord<Opened>(tx, sharedSets[type], id)
  demand(opened.can.share)
  return opened
}

type Lending = { userId: string; access: LentAccess; until?: string | null | undefined }

const lend = async (tx: Tx, shared: Shared, { userId, access, until = null }: Lending): Promise<void> => {
  const [person] = await loadActors(tx, sql`select ${userId}::uuid as id`)
  if (!person) return refuseUser()
  const { timeZone } = await loadOrganisation(tx)
  const { ownerId } = await storedOf(tx, shared)
  const noun = shared.type === 'customer' ? 'customers' : 'opportunities'
  const today = dateIn(tx.now, timeZone)
  accept(decideLending({ noun, person, access, until, today, ownerId }))
  await demandRoom(tx, shared, userId)
  const given = {
    access,
    until: until === null ? null : new Date(until),
    grantedById: tx.actor.userId,
    reason: 'manual',
  }
  const key = { recordType: shared.type, recordId: shared.id, userId }
  await tx.db.collaborator.upsert({
    where: { recordType_recordId_userId: key },
    create: { ...key, ...given, createdAt: tx.now },
    update: given,
  })
  await tell(tx, shared, 'shared', { to: person.name, userId, access, until })
}

// The record is locked: nobody else adds one at this moment.
const demandRoom = async (tx: Tx, { type, id }: Shared, userId: string): Promise<void> => {
  const [found] = await tx.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from collaborators lent where lent."recordType" = ${type} and lent."recordId" = ${id}::uuid
      and lent."userId" <> ${userId}::uuid and ${lasts('lent')}`
  if ((found?.count ?? 0) >= MOST) refuse('share.limit', { max: MOST })
}

type Stored = { name: string; ownerId: string | null; customerId: string | null; version: number }

const storedOf = async ({ db }: Tx, { type, id }: Shared): Promise<Stored> => {
  const select = { name: true, ownerId: true, version: true } as const
  if (type === 'customer')
    return { ...(await db.customer.findUniqueOrThrow({ where: { id }, select })), customerId: id }
  return db.opportunity.findUniqueOrThrow({ where: { id }, select: { ...select, customerId: true } })
}

const tell = async (
  tx: Tx,
  shared: Shared,
  what: 'shared' | 'unshared' | 'shareLeft',
  data: Record<string, unknown>,
) => {
  const { type, id } = shared
  const changed = { where: { id }, data: stamp(tx), select: { id: true } }
  await (type === 'customer' ? tx.db.customer.update(changed) : tx.db.opportunity.update(changed))
  const { name: title, customerId, version } = await storedOf(tx, shared)
  await record(tx, { type: `${type}.${what}`, subject: id, customerId, title, version, data })
}

const refuseUser = (): never =>
  refuse('reference.invalid', { field: 'userId' }, [{ path: 'userId', code: 'reference.invalid' }])
