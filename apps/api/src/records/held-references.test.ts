/** Rows whose references are asked about together: what is true of each question by itself stays true. */
import { randomUUID } from 'node:crypto'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { systemCtx } from '../access/system.ts'
import type { Tx } from '../ctx.ts'
import { sqlStateOf } from '../db/sql-state.ts'
import { transact } from '../db/transact.ts'
import { useApp } from '../test/app.ts'
import { withReferencesHeld } from './held-references.ts'
import { insertTogether } from './insert-together.ts'
import type { Insert } from './insert-rows.ts'

const test = useApp()
const world = () => test.database.prisma
const inTransaction = <Result>(work: (tx: Tx) => Promise<Result>) =>
  transact(systemCtx(test.app.services, pino({ level: 'silent' }), 'test'), work)

const placesOf = (customerId: string, contactIds: string[]): Insert => ({
  table: 'customer_contacts',
  rows: contactIds.map((contactId) => ({ customerId, contactId })),
})
/** 'replica' while the database does not ask by itself. */
const roleOf = async ({ db }: Tx): Promise<string> => {
  const [row] = await db.$queryRaw<{ role: string }[]>`select current_setting('session_replication_role') as role`
  return row?.role ?? ''
}

describe('references of a batch', () => {
  it('are held until it ends, so that nobody deletes what it refers to', async () => {
    const [customer, one, two] = [await aCustomer(world()), await aContact(world()), await aContact(world())]
    const places = placesOf(customer.id, [one.id, two.id])
    await inTransaction(async (tx) => {
      expect(await withReferencesHeld(tx, [places], () => roleOf(tx))).toBe('replica')
      expect(await roleOf(tx)).toBe('origin')
      const write = await insertTogether(tx, [places], [])
      await write(tx)
      const deletion = test.database.pool.query(
        `set lock_timeout = '100ms'; delete from contacts where id = '${two.id}'; reset lock_timeout`,
      )
      await expect(deletion).rejects.toMatchObject({ code: '55P03' })
    })
    expect(await world().customerContact.count({ where: { customerId: customer.id } })).toBe(2)
  })

  it('are refused by the database itself when one of them is missing', async () => {
    const [customer, contact] = [await aCustomer(world()), await aContact(world())]
    const places = placesOf(customer.id, [contact.id, randomUUID()])
    const refused = inTransaction(async (tx) => {
      expect(await withReferencesHeld(tx, [places], () => roleOf(tx))).toBe('origin')
      const write = await insertTogether(tx, [places], [])
      await write(tx)
    })
    expect(sqlStateOf(await refused.catch((error: unknown) => error))).toBe('23503')
    expect(await world().customerContact.count({ where: { customerId: customer.id } })).toBe(0)
  })

  it('are asked about one by one where a trigger waits for new rows, which then runs', async () => {
    const [customer, contact] = [await aCustomer(world()), await aContact(world())]
    const places = placesOf(customer.id, [contact.id])
    await inTransaction(async (tx) => {
      await tx.db.$executeRaw`create function told() returns trigger language plpgsql as $$ begin return null; end $$`
      await tx.db
        .$executeRaw`create trigger told after insert on customer_contacts for each row execute function told()`
      expect(await withReferencesHeld(tx, [places], () => roleOf(tx))).toBe('origin')
      await tx.db.$executeRaw`drop function told cascade`
    })
    await inTransaction(async (tx) => expect(await withReferencesHeld(tx, [places], () => roleOf(tx))).toBe('replica'))
  })
})
