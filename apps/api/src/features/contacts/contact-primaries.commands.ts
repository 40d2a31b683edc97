/** Who is the first person to ask at a customer: exactly one, as long as anybody stands there. */
import type { Tx } from '../../ctx.ts'

/** Changes of one customer's places wait for each other. */
export const lockCustomers = async (tx: Tx, customerIds: readonly string[]): Promise<void> => {
  await tx.db.$queryRaw`select 1 from customers where id = any(${[...customerIds]}::uuid[]) order by id for update`
}

/** The contact becomes the primary of these customers instead of whoever was. */
export const makePrimary = async (tx: Tx, contactId: string, customerIds: readonly string[]): Promise<void> => {
  if (customerIds.length === 0) return
  const customerId = { in: [...customerIds] }
  await tx.db.customerContact.updateMany({
    where: { customerId, contactId: { not: contactId } },
    data: { primary: false },
  })
  await tx.db.customerContact.updateMany({ where: { customerId, contactId, active: true }, data: { primary: true } })
}

/** Customers without a primary get the person who stands there longest. */
export const settlePrimaries = async (tx: Tx, customerIds: readonly string[]): Promise<void> => {
  await tx.db.$executeRaw`
    update customer_contacts place set "primary" = true from (
      select distinct on (one."customerId") one.id from customer_contacts one
      join contacts person on person.id = one."contactId" and person."deletedAt" is null
      where one."customerId" = any(${[...customerIds]}::uuid[]) and one.active and not exists (
        select 1 from customer_contacts held where held."customerId" = one."customerId" and held.active and held."primary")
      order by one."customerId", one."createdAt", one.id
    ) eldest where place.id = eldest.id`
}
