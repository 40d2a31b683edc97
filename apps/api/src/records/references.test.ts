import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { pino } from 'pino'
import { describe, expect, it, vi } from 'vitest'
import { systemCtx } from '../access/system.ts'
import { transact } from '../db/transact.ts'
import { useApp } from '../test/app.ts'
import { findOwner } from './references.ts'

const test = useApp()
const world = () => test.database.prisma

const someoneWaits = async (): Promise<boolean> => {
  const { rows } = await test.database.pool.query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}

describe('an owner', () => {
  it('409 cannot leave while a record comes to him, nor get one while he leaves [C1]', async () => {
    const admin = await test.as()
    const { id, version } = await aUser(world())
    const { sourceId } = await aCustomer(world())
    let left: ReturnType<typeof admin.call> | undefined
    await transact(systemCtx(test.app.services, pino({ level: 'silent' }), 'test'), async (tx) => {
      const owner = await findOwner(tx, id)
      let isOver = false
      left = admin.call('POST', `/users/${id}/leave`, { version }).finally(() => (isOver = true))
      await vi.waitUntil(async () => isOver || (await someoneWaits()), { timeout: 5_000 })
      const { ownerId, teamId } = owner
      await tx.db.customer.create({
        data: { kind: 'company', name: 'Late', number: `late-${id}`, sourceId, ownerId, teamId },
      })
    })
    const answer = await left!
    expect([answer.status, answer.body.code]).toEqual([409, 'user.owns_records'])
    expect(await world().user.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'active' })
  })

  it('422 who has just left [C1]', async () => {
    const admin = await test.as()
    const { id, version } = await aUser(world())
    const { sourceId } = await aCustomer(world())
    await admin.call('POST', `/users/${id}/leave`, { version })
    const draft = { kind: 'company', name: 'Late', sourceId, ownerId: id }
    expect((await admin.call('POST', '/customers', draft)).body.code).toBe('reference.invalid')
  })
})
