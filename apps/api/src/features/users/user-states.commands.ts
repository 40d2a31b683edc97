/** Who may sign in: suspending, leaving, coming back. */
import type { User } from '@rapport/domain/features/users/users.ts'
import { demandAdministrator, lockAdministrators } from '../../access/administrators.queries.ts'
import { endAccess } from '../../access/revoke.commands.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { readRecord } from '../../records/find.ts'
import { openRecord } from '../../records/open.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandOwnsNothing } from './owned-records.queries.ts'
import { userRecords } from './users.records.ts'

type Sent = { version?: number | undefined }

const stops = { suspend: ['suspended', 'user.suspended'], leave: ['left', 'user.left'] } as const

/** Errors: 409 `user.transition`, `user.last_admin`. Ends sessions, keys and links at once. */
export const suspendUser = (ctx: Ctx | Tx, id: string, sent: Sent): Promise<User> => stop(ctx, id, sent, 'suspend')

/** Errors: as for suspending, and 409 `user.owns_records` with the counts of open records. */
export const markUserLeft = (ctx: Ctx | Tx, id: string, sent: Sent): Promise<User> => stop(ctx, id, sent, 'leave')

const stop = (ctx: Ctx | Tx, id: string, sent: Sent, verb: keyof typeof stops): Promise<User> =>
  transact(ctx, async (tx) => {
    await lockAdministrators(tx)
    const before = await openUser(tx, id, sent, verb)
    if (verb === 'leave') await demandOwnsNothing(tx, id, true)
    const [status, type] = stops[verb]
    const { name } = await tx.db.user.update({
      where: { id },
      data: { status, ...stamp(tx) },
      select: { name: true },
    })
    await demandAdministrator(tx)
    await endAccess(tx, id)
    await record(tx, { type, subject: id, title: name, version: before.version + 1 })
    return readRecord<User>(tx, userRecords, id)
  })

/** Who never chose a password is invited again, everybody else is active. Errors: 409 `user.transition`. */
export const reactivateUser = (ctx: Ctx | Tx, id: string, sent: Sent): Promise<User> =>
  transact(ctx, async (tx) => {
    const before = await openUser(tx, id, sent, 'reactivate')
    const { passwordHash, name } = await tx.db.user.findUniqueOrThrow({
      where: { id },
      select: { passwordHash: true, name: true },
    })
    const status = passwordHash === null ? 'invited' : 'active'
    await tx.db.user.update({ where: { id }, data: { status, ...stamp(tx) }, select: { id: true } })
    await record(tx, { type: 'user.reactivated', subject: id, title: name, version: before.version + 1 })
    return readRecord<User>(tx, userRecords, id)
  })

const openUser = async (tx: Tx, id: string, sent: Sent, verb: 'suspend' | 'leave' | 'reactivate'): Promise<User> => {
  const user = await openRecord<User>(tx, userRecords, id)
  demand(user.can.administer)
  sameVersion(tx, user, { version: sent.version })
  if (!user.can[verb]) refuse('user.transition')
  return user
}
