/** Writing contacts: load → demand → decide → write → record. */
import { contactFields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { contactPolicy } from '@rapport/domain/features/contacts/contacts.policy.ts'
import type { Contact, ContactDraft, ContactPatch } from '@rapport/domain/features/contacts/contacts.ts'
import { searchTextOf } from '@rapport/domain/search-text.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { recordMany } from '../../events/record-many.ts'
import { record } from '../../events/record.ts'
import { demand } from '../../http/problems.ts'
import { columnsOf } from '../../records/columns.ts'
import { readRecord } from '../../records/find.ts'
import { changesOf, openRecord } from '../../records/open.ts'
import { sql } from '../../records/record-set.ts'
import { findOwner } from '../../records/references.ts'
import { moveToTrash, sameVersionIfSent, type Leaving } from '../../records/trash.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { soundOf } from '../../values/sound.ts'
import { describedBy } from '../duplicates/described.ts'
import { addIdentityKeys, renewIdentityKeys } from '../duplicates/identity-keys.commands.ts'
import { demandNew, queueDuplicates } from '../duplicates/refuse-duplicates.commands.ts'
import { leavePrimaries, writeLinks } from './contact-links.commands.ts'
import { demandReferences } from './contact-references.queries.ts'
import { contactRecords } from './contacts.records.ts'

// The places are no field, but a role's rule on `customers` holds for them as for one.
const writable = { ...contactFields, customers: contactFields.customerIds }

/** Errors: 422 `reference.invalid` for a customer, role or superior that cannot be used, 409 `duplicate.certain`. */
export const createContact = (ctx: Ctx | Tx, draft: ContactDraft): Promise<Contact> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'contacts', writable, draft)
    const owner = await findOwner(tx, draft.ownerId === undefined ? tx.actor.userId : draft.ownerId)
    demand(contactPolicy.assign(tx.actor, owner))
    await demandReferences(tx, draft)
    const data = contactRow(tx, draft, owner)
    const places = (draft.customers ?? []).filter((link) => link.active !== false).map((link) => link.customerId)
    const described = describedBy('contact', data, places)
    const alike = await demandNew(tx, 'contact', described, draft.duplicateReason)
    const { id } = await tx.db.contact.create({ data, select: { id: true } })
    await addIdentityKeys(tx, 'contact', [{ id, described }])
    await queueDuplicates(tx, 'contact', id, alike)
    if (draft.customers) await writeLinks(tx, id, draft.customers)
    const contact = await readRecord<Contact>(tx, contactRecords, id)
    const about = { subject: id, title: draft.name, version: 1, customerId: draft.customers?.[0]?.customerId ?? null }
    await record(tx, {
      type: 'contact.created',
      ...about,
      reason: draft.duplicateReason ?? null,
      givenTo: owner.ownerId,
    })
    return contact
  })

/** The row of a new contact; nothing is checked here. */
export const contactRow = (
  tx: Pick<Tx, 'now' | 'actor'>,
  draft: ContactDraft,
  { ownerId, teamId }: { ownerId: string | null; teamId: string | null },
) => {
  // The columns come from the list of fields, so that only what the draft's schema knows is among them.
  const columns = columnsOf(contactFields, draft) as Pick<ContactDraft, 'name'>
  const by = tx.actor.userId
  const stamps = { createdAt: tx.now, createdById: by, updatedAt: tx.now, updatedById: by }
  return {
    ...columns,
    ...contactNames(draft.name),
    ownerId,
    teamId,
    ...stamps,
  } satisfies Prisma.ContactUncheckedCreateInput
}

/** What a contact is found by. */
export const contactNames = (name: string) => {
  const sound = soundOf(name, true)
  return { pinyin: sound.pinyin, searchText: searchTextOf([name], sound) }
}

/** Errors: 404, 403, 428, 412, 422 `contact.cycle`, `reference.invalid`. */
export const updateContact = (ctx: Ctx | Tx, id: string, patch: ContactPatch): Promise<Contact> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<Contact>(tx, contactRecords, id)
    demand(before.can.edit)
    demandWritable(tx, 'contacts', writable, patch)
    sameVersion(tx, before, patch, readableName(tx, 'contacts'))
    await demandReferences(tx, patch, id)
    const columns = columnsOf(contactFields, patch)
    const names = patch.name === undefined ? {} : contactNames(patch.name)
    const stored = await tx.db.contact.update({ where: { id }, data: { ...columns, ...names, ...stamp(tx) } })
    await renewIdentityKeys(tx, 'contact', [{ id, described: describedBy('contact', stored) }])
    if (patch.customers) await writeLinks(tx, id, patch.customers)
    const after = await readRecord<Contact>(tx, contactRecords, id)
    const changes = changesOf(patch, before, after, contactFields)
    const about = { subject: id, ...(await namedFor(tx, id)), version: after.version }
    await record(tx, { type: 'contact.updated', ...about, changes })
    return after
  })

/** Into the trash; the places stay, for a restore, but the first place at a customer goes to somebody else. */
export const deleteContact = (ctx: Ctx | Tx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    const contact = await openRecord<Contact>(tx, contactRecords, id)
    demand(contact.can.delete)
    sameVersionIfSent(tx, contact)
    await removeContacts(tx, [contact])
  })

/** Many into the trash. */
export const removeContacts = async (tx: Tx, contacts: readonly Leaving[]): Promise<void> => {
  const ids = contacts.map(({ id }) => id)
  const named = await namedAmong(tx, ids)
  await moveToTrash(tx, 'contacts', sql`row.id = any(${ids}::uuid[])`)
  await leavePrimaries(tx, ids)
  await recordMany(
    tx,
    contacts.map(({ id, version }) => ({ type: 'contact.deleted', subject: id, ...named(id), version: version + 1 })),
  )
}

type Named = { title: string; customerId: string | null }

const namedFor = async (tx: Tx, id: string): Promise<Named> => (await namedAmong(tx, [id]))(id)

/** A contact's events stand on the timeline of the customer where the person stands first. */
export const namedAmong = async (tx: Tx, ids: readonly string[]): Promise<(id: string) => Named> => {
  const stored = await tx.db.contact.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      name: true,
      customers: {
        select: { customerId: true },
        orderBy: [{ active: 'desc' }, { primary: 'desc' }, { id: 'asc' }],
        take: 1,
      },
    },
  })
  const known = new Map(stored.map((one) => [one.id, one]))
  return (id) => ({
    title: known.get(id)?.name ?? '',
    customerId: known.get(id)?.customers[0]?.customerId ?? null,
  })
}
