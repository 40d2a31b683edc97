/** Writing customers: load → demand → decide → write → record. */
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import { customerPolicy } from '@rapport/domain/features/customers/customers.policy.ts'
import { decideSourceChange } from '@rapport/domain/features/customers/customers.rules.ts'
import type { Customer, CustomerDraft, CustomerPatch } from '@rapport/domain/features/customers/customers.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { accept, demand, refuse } from '../../http/problems.ts'
import { columnsOf } from '../../records/columns.ts'
import { readRecord } from '../../records/find.ts'
import { changesOf, openRecord } from '../../records/open.ts'
import { findOwner } from '../../records/references.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { describedBy } from '../duplicates/described.ts'
import { addIdentityKeys, renewIdentityKeys } from '../duplicates/identity-keys.commands.ts'
import { demandNew, queueDuplicates } from '../duplicates/refuse-duplicates.commands.ts'
import { nextNumber } from '../number-sequences/number-sequences.queries.ts'
import { beginOwnership } from '../ownership-periods/ownership-periods.commands.ts'
import { customerNames } from './customer-names.ts'
import { demandReferences } from './customer-references.queries.ts'
import { customerRecords } from './customers.records.ts'

/** The creator owns it unless the draft names somebody within his reach. Errors: 422 for references that cannot be used, 409 `duplicate.certain`. */
export const createCustomer = (ctx: Ctx | Tx, draft: CustomerDraft): Promise<Customer> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'customers', customerFields, draft)
    const owner = await findOwner(tx, draft.ownerId === undefined ? tx.actor.userId : draft.ownerId)
    demand(customerPolicy.assign(tx.actor, owner))
    await demandReferences(tx, draft)
    const described = describedBy('customer', columnsOf(customerFields, draft) as CustomerColumns)
    const alike = await demandNew(tx, 'customer', described, draft.duplicateReason)
    const number = await nextNumber(tx, 'customers')
    const data = customerRow(tx, draft, { ...owner, number })
    const { id } = await tx.db.customer.create({ data, select: { id: true } })
    await addIdentityKeys(tx, 'customer', [{ id, described }])
    await queueDuplicates(tx, 'customer', id, alike)
    await beginOwnership(tx, [{ recordId: id, ownerId: owner.ownerId, from: tx.now, reason: 'assigned' }])
    const about = { subject: id, customerId: id, title: draft.name, version: 1, reason: draft.duplicateReason ?? null }
    await record(tx, { type: 'customer.created', ...about, givenTo: owner.ownerId })
    return readRecord<Customer>(tx, customerRecords, id)
  })

type CustomerColumns = Pick<CustomerDraft, 'kind' | 'name' | 'sourceId'>
type Given = { ownerId: string | null; teamId: string | null; number: string }

/** The row of a new customer; nothing is checked here. */
export const customerRow = (tx: Pick<Tx, 'now' | 'actor'>, draft: CustomerDraft, given: Given) => {
  if (!draft.sourceId) refuse('source.required', {}, [{ path: 'sourceId', code: 'source.required' }])
  const { ownerId, teamId, number } = given
  // The columns come from the list of fields, so that only what the draft's schema knows is among them.
  const columns = columnsOf(customerFields, draft) as CustomerColumns
  return {
    ...columns,
    ...customerNames({ ...columns, number }),
    number,
    ownerId,
    teamId,
    ownedSince: ownerId === null ? null : tx.now,
    createdAt: tx.now,
    createdById: tx.actor.userId,
    updatedAt: tx.now,
    updatedById: tx.actor.userId,
  } satisfies Prisma.CustomerUncheckedCreateInput
}

/** Errors: 404, 403, 428, 412, 422 `customer.cycle`, `reference.invalid`, `reason.required` for a late correction of the source. */
export const updateCustomer = (ctx: Ctx | Tx, id: string, patch: CustomerPatch): Promise<Customer> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<Customer>(tx, customerRecords, id)
    demand(before.can.edit)
    demandWritable(tx, 'customers', customerFields, patch)
    sameVersion(tx, before, patch, readableName(tx, 'customers'))
    await demandSourceChange(tx, id, before, patch)
    await demandReferences(tx, changedReferences(before, patch), id)
    const stored = await tx.db.customer.findUniqueOrThrow({ where: { id } })
    const columns = columnsOf(customerFields, patch, stored.currency)
    const names = customerNames({ ...stored, ...columns })
    await tx.db.customer.update({ where: { id }, data: { ...columns, ...names, ...stamp(tx) }, select: { id: true } })
    await renewIdentityKeys(tx, 'customer', [{ id, described: describedBy('customer', { ...stored, ...columns }) }])
    const after = await readRecord<Customer>(tx, customerRecords, id)
    const changes = changesOf(patch, before, after, customerFields)
    const { reason = null } = patch
    const about = { subject: id, customerId: id, title: stored.name, version: after.version }
    const personal = stored.kind === 'person' ? ['name', 'shortName'] : []
    await record(tx, { type: 'customer.updated', ...about, changes, personal, reason })
    return after
  })

const demandSourceChange = async (tx: Tx, id: string, before: Customer, patch: CustomerPatch): Promise<void> => {
  if (patch.sourceId === undefined || patch.sourceId === before.sourceId) return
  const born = await tx.db.customer.findUniqueOrThrow({
    where: { id },
    select: { createdAt: true, createdById: true },
  })
  accept(decideSourceChange({ actor: tx.actor, now: tx.now, reason: patch.reason, ...born }))
}

// A reference that stays as it is may have been archived since.
const changedReferences = (before: Customer, patch: CustomerPatch): Partial<CustomerDraft> =>
  Object.fromEntries(
    Object.entries(patch).filter(([name, value]) => (before as Record<string, unknown>)[name] !== value),
  )
