/** Writing a contact's places at customers. */
import { planLinks } from '@rapport/domain/features/contacts/contacts.rules.ts'
import type { ContactLinkIn } from '@rapport/domain/features/contacts/contacts.ts'
import type { Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { demandVisible, visibleIds } from '../../records/find.ts'
import { demandItems } from '../../records/references.ts'
import { customerRecords } from '../customers/customers.records.ts'
import { lockCustomers, makePrimary, settlePrimaries } from './contact-primaries.commands.ts'

/**
 * Makes the places the caller sees those he sent; places at customers he does not see stay. Errors: 422
 * `reference.invalid` for a customer he does not see, 400 for two active places at one customer.
 */
export const writeLinks = async (tx: Tx, contactId: string, sent: readonly ContactLinkIn[]): Promise<void> => {
  const stored = await visibleLinks(tx, contactId)
  await demandReferences(tx, sent, new Set(stored.map((link) => link.roleId)))
  const decided = planLinks(stored, sent)
  const { create, update, remove } = decided.ok ? decided.plan : refuseLinks(decided.faults)
  const touched = [...new Set([...stored, ...sent].map((link) => link.customerId))]
  await lockCustomers(tx, touched)
  await tx.db.customerContact.deleteMany({ where: { id: { in: remove.map(({ id }) => id) } } })
  // What ends comes first, because one customer takes one active place of a person.
  for (const link of update.toSorted((a, b) => Number(a.active ?? true) - Number(b.active ?? true)))
    await tx.db.customerContact.update({ where: { id: link.id }, data: changedLink(tx, link) })
  for (const link of create) {
    const { customerId } = link
    await tx.db.customerContact.create({ data: { contactId, customerId, primary: false, ...changedLink(tx, link) } })
  }
  const primaries = sent.filter((link) => link.primary === true && link.active !== false)
  await makePrimary(
    tx,
    contactId,
    primaries.map((link) => link.customerId),
  )
  await settlePrimaries(tx, touched)
}

const refuseLinks = (faults: { path: string; code: string }[]): never => {
  const isReference = faults.some(({ code }) => code === 'reference.invalid')
  return refuse(isReference ? 'reference.invalid' : 'request.malformed', { field: faults[0]?.path }, faults)
}

// A role that stays as it is may have been archived since.
const demandReferences = async (
  tx: Tx,
  sent: readonly ContactLinkIn[],
  held: ReadonlySet<string | null>,
): Promise<void> => {
  const named = (key: 'customerId' | 'roleId') =>
    Object.fromEntries(sent.map((link, index) => [`customers.${index}.${key}`, link[key]]))
  await demandVisible(tx, customerRecords, named('customerId'))
  const roles = Object.entries(named('roleId')).filter(([, id]) => !held.has(id ?? null))
  await demandItems(tx, 'contactRole', Object.fromEntries(roles))
}

const visibleLinks = async (tx: Tx, contactId: string) => {
  const links = await tx.db.customerContact.findMany({
    where: { contactId },
    select: { id: true, customerId: true, roleId: true, active: true },
  })
  const visible = await visibleIds(
    tx,
    customerRecords,
    links.map((link) => link.customerId),
  )
  return links.filter((link) => visible.has(link.customerId))
}

const day = (text: string | null | undefined) =>
  text === undefined ? {} : { day: text === null ? null : new Date(`${text}T00:00:00Z`) }

// What ends today without a date ends today; what has ended is nobody's primary.
const changedLink = (tx: Tx, link: ContactLinkIn) => {
  const [from, to] = [day(link.from), day(link.to)]
  const ended = link.active === false
  return {
    ...(link.title !== undefined && { title: link.title }),
    ...(link.departmentName !== undefined && { departmentName: link.departmentName }),
    ...(link.roleId !== undefined && { roleId: link.roleId }),
    ...(link.active !== undefined && { active: link.active }),
    ...(link.primary === false && { primary: false }),
    ...('day' in from && { from: from.day }),
    ...('day' in to && { to: to.day }),
    ...(ended && { primary: false }),
    ...(ended && link.to === undefined && { to: tx.now }),
  }
}

/** Hands the first place at each customer to somebody else, because these people go into the trash. */
export const leavePrimaries = async (tx: Tx, contactIds: readonly string[]): Promise<void> => {
  const contactId = { in: [...contactIds] }
  const links = await tx.db.customerContact.findMany({
    where: { contactId, primary: true },
    select: { customerId: true },
  })
  const touched = [...new Set(links.map((link) => link.customerId))]
  if (touched.length === 0) return
  await lockCustomers(tx, touched)
  await tx.db.customerContact.updateMany({ where: { contactId }, data: { primary: false } })
  await settlePrimaries(tx, touched)
}
