/** Contacts from a file, with their place at a customer. */
import { contactFields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { contactPolicy } from '@rapport/domain/features/contacts/contacts.policy.ts'
import {
  contactDraft,
  contactPatch,
  type ContactDraft,
  type ContactLinkIn,
  type ContactPatch,
} from '@rapport/domain/features/contacts/contacts.ts'
import { columnOf, type ParsedRow } from '@rapport/domain/features/imports/parse-row.ts'
import type { Tx } from '../../../ctx.ts'
import { columnsOf } from '../../../records/columns.ts'
import { findPlaces } from '../../../records/owners.queries.ts'
import { removeContacts, updateContact } from '../../contacts/contacts.commands.ts'
import { importContacts } from '../../contacts/contacts.import.commands.ts'
import { matchContacts } from '../../contacts/contacts.import.queries.ts'
import { describedBy } from '../../duplicates/described.ts'
import { contactRecords } from '../../contacts/contacts.records.ts'
import { contactsTogether } from './together.queries.ts'
import type { Importer, Judged, Values } from '../batch/importer.ts'
import { queueDoubles } from '../duplicates/matches.commands.ts'
import { pastOf } from '../batch/past-of.ts'
import { warnOfPhones } from '../batch/phone-warnings.ts'

const ownerOf = (tx: Tx, { draft }: Judged): string | null =>
  (draft.ownerId as string | null | undefined) ?? tx.actor.userId

// A family name before the given one without a space where they are Chinese, after it otherwise.
const nameOf = ({ values }: ParsedRow): string | undefined => {
  const [given, family] = [String(values.get('firstName') ?? ''), String(values.get('lastName') ?? '')]
  if (values.has('name')) return String(values.get('name'))
  const name = /\p{Script=Han}/u.test(`${family}${given}`) ? `${family}${given}` : `${given} ${family}`.trim()
  return name === '' ? undefined : name
}

const shape = (row: ParsedRow, draft: Values): Values => {
  const { firstName: _f, lastName: _l, customerId, title, departmentName, ...rest } = draft
  const name = nameOf(row)
  const place =
    customerId === undefined ? null : { customerId, title: title ?? null, departmentName: departmentName ?? null }
  return { ...rest, ...(name !== undefined && { name }), ...(place && { customers: [place] }) }
}

export const contactImporter: Importer = {
  records: contactRecords,
  made: { name: ['firstName', 'lastName'] },
  draft: contactDraft,
  patch: contactPatch,
  recognised: {
    type: 'contact',
    describe: ({ draft: { customers = [], ...draft } }) => {
      const columns = columnsOf(contactFields, draft)
      const places = (customers as ContactLinkIn[]).flatMap(({ customerId }) => customerId ?? [])
      return describedBy('contact', { ...columns, name: String(draft.name ?? '') }, places)
    },
  },
  match: (tx, { options }, path, values) => matchContacts(tx, path, values, options.externalSource),
  shape: (_plan, row, draft) => shape(row, draft),
  called: {
    parts: ['customers'],
    by: ({ customers = [] }, path) =>
      path === 'customerId'
        ? (customers as { customer: { label: unknown } }[]).map(({ customer }) => customer.label)
        : [],
  },
  check: async (tx, plan, rows) => {
    const placeOf = await findPlaces(
      tx,
      rows.map((one) => ownerOf(tx, one)),
    )
    for (const one of rows) {
      warnOfPhones(plan, one)
      if (one.verdict === 'update' || contactPolicy.assign(tx.actor, placeOf(ownerOf(tx, one)))) continue
      one.row.problems.push({
        column: columnOf(plan, 'ownerId'),
        target: 'ownerId',
        code: 'import.notAssignable',
        severity: 'error',
      })
    }
  },
  create: async (tx, plan, rows) => {
    const placeOf = await findPlaces(
      tx,
      rows.map((one) => ownerOf(tx, one)),
    )
    const contacts = rows.map((one) => {
      const { customers = [], ...draft } = one.draft as ContactDraft & { customers?: ContactLinkIn[] }
      const reason = one.doubles?.reason ?? null
      return { draft, places: customers, owner: placeOf(ownerOf(tx, one)), past: pastOf(plan, one.row), reason }
    })
    const ids = await importContacts(tx, contacts)
    await queueDoubles(tx, 'contact', rows, ids)
    return ids
  },
  update: (tx, id, patch) => updateContact(tx, id, patch as ContactPatch),
  together: contactsTogether,
  remove: removeContacts,
}
