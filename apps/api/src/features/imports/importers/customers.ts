/** Customers from a file, with the person to talk to where the row names one. */
import { assemble } from '@rapport/domain/features/imports/assemble.ts'
import { contactDraft, type ContactDraft } from '@rapport/domain/features/contacts/contacts.ts'
import { customerPolicy } from '@rapport/domain/features/customers/customers.policy.ts'
import {
  customerDraft,
  customerPatch,
  type CustomerDraft,
  type CustomerPatch,
} from '@rapport/domain/features/customers/customers.ts'
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import { columnOf } from '@rapport/domain/features/imports/parse-row.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { Tx } from '../../../ctx.ts'
import { importContacts } from '../../contacts/contacts.import.commands.ts'
import { importCustomers } from '../../customers/customers.import.commands.ts'
import { matchCustomers } from '../../customers/customers.import.queries.ts'
import { removeCustomers } from '../../customers/customer-deletions.commands.ts'
import { updateCustomer } from '../../customers/customers.commands.ts'
import { customerRecords } from '../../customers/customers.records.ts'
import { describedBy } from '../../duplicates/described.ts'
import { columnsOf } from '../../../records/columns.ts'
import { findPlaces } from '../../../records/owners.queries.ts'
import { customersTogether } from './together.queries.ts'
import type { Importer, Judged } from '../batch/importer.ts'
import { queueDoubles } from '../duplicates/matches.commands.ts'
import { pastOf } from '../batch/past-of.ts'
import { warnOfPhones } from '../batch/phone-warnings.ts'

const ownerOf = (tx: Tx, { draft }: Judged): string | null =>
  (draft.ownerId as string | null | undefined) ?? tx.actor.userId

const check = async (tx: Tx, plan: ImportPlan, rows: readonly Judged[]): Promise<void> => {
  const placeOf = await findPlaces(
    tx,
    rows.map((one) => ownerOf(tx, one)),
  )
  for (const one of rows) {
    if (one.verdict !== 'update' && !customerPolicy.assign(tx.actor, placeOf(ownerOf(tx, one))))
      one.row.problems.push({
        column: columnOf(plan, 'ownerId'),
        target: 'ownerId',
        code: 'import.notAssignable',
        severity: 'error',
      })
    warnOfPhones(plan, one)
    checkContact(plan, one)
  }
}

const contactOf = ({ row }: Judged): { draft: Omit<ContactDraft, 'customers'>; title: string | null } | null => {
  const { title, ...draft } = assemble(row.values, 'contact') as ContactDraft & { title?: string }
  return Object.keys(draft).length > 0 ? { draft, title: title ?? null } : null
}

const checkContact = (plan: ImportPlan, one: Judged): void => {
  const contact = contactOf(one)
  const issue = contact && contactDraft.safeParse(contact.draft).error?.issues[0]
  if (!issue) return
  const target = `contact.${issue.path.map(String).join('.')}`
  one.row.problems.push({ column: columnOf(plan, target), target, code: 'field.invalid', severity: 'error' })
}

const create = async (tx: Tx, plan: ImportPlan, rows: readonly Judged[]): Promise<string[]> => {
  const placeOf = await findPlaces(
    tx,
    rows.map((one) => ownerOf(tx, one)),
  )
  const customers = rows.map((one) => ({
    draft: one.draft as CustomerDraft,
    place: placeOf(ownerOf(tx, one)),
    past: pastOf(plan, one.row),
    reason: one.doubles?.reason ?? null,
  }))
  const ids = await importCustomers(tx, customers)
  await queueDoubles(tx, 'customer', rows, ids)
  const contacts = rows.flatMap((one, at) => {
    const contact = contactOf(one)
    if (!contact) return []
    const places = [{ customerId: ids[at] ?? '', title: contact.title }]
    return [{ draft: contact.draft, places, owner: placeOf(ownerOf(tx, one)), past: pastOf(plan, one.row) }]
  })
  if (contacts.length > 0) await importContacts(tx, contacts)
  return ids
}

export const customerImporter: Importer = {
  records: customerRecords,
  draft: customerDraft,
  patch: customerPatch,
  recognised: {
    type: 'customer',
    describe: ({ draft }) => {
      const columns = columnsOf(customerFields, draft)
      return describedBy('customer', { ...columns, name: String(draft.name ?? '') })
    },
  },
  match: (tx, { options }, path, values) => matchCustomers(tx, path, values, options.externalSource),
  check,
  create,
  update: (tx, id, patch) => updateCustomer(tx, id, patch as CustomerPatch),
  together: customersTogether,
  remove: removeCustomers,
}
