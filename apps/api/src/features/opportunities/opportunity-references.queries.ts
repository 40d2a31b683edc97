/** What an opportunity may refer to. What it refers to already may have been retired since, and stays. */
import type {
  CompetitorDraft,
  ContactDraft,
  LineDraft,
} from '@rapport/domain/features/opportunities/opportunity-parts.ts'
import type { Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { demandVisible } from '../../records/find.ts'
import { demandSource } from '../../records/references.ts'
import { contactRecords } from '../contacts/contacts.records.ts'
import { customerRecords } from '../customers/customers.records.ts'

type References = {
  customerId?: string | null | undefined
  sourceId?: string | null | undefined
  productIds?: readonly string[] | undefined
  lines?: readonly LineDraft[] | undefined
  contacts?: readonly ContactDraft[] | undefined
  competitors?: readonly CompetitorDraft[] | undefined
}
/** The ids the record refers to now. */
export type Kept = {
  customerId: string | null
  sourceId: string | null
  productIds: ReadonlySet<string>
  contactIds: ReadonlySet<string>
  competitorIds: ReadonlySet<string>
}
export const nothingKept: Kept = {
  customerId: null,
  sourceId: null,
  productIds: new Set(),
  contactIds: new Set(),
  competitorIds: new Set(),
}

/** Errors: 422 `reference.invalid` naming the field, 422 `product.inactive` naming the line. */
export const demandReferences = async (tx: Tx, given: References, kept: Kept): Promise<void> => {
  if (given.customerId !== kept.customerId) await demandVisible(tx, customerRecords, { customerId: given.customerId })
  if (given.sourceId !== kept.sourceId) await demandSource(tx, given.sourceId)
  const contacts = added(given.contacts, 'contacts', 'contactId', kept.contactIds)
  await demandVisible(tx, contactRecords, Object.fromEntries(contacts))
  await demandCompetitors(tx, added(given.competitors, 'competitors', 'competitorId', kept.competitorIds))
  const products = (given.productIds ?? []).map((id, at) => [`productIds.${at}`, id] as const)
  await demandProducts(tx, [
    ...products.filter(([, id]) => !kept.productIds.has(id)),
    ...added(given.lines, 'lines', 'productId', kept.productIds),
  ])
}

type Named = readonly (readonly [path: string, id: string])[]

const added = <K extends string>(
  list: readonly { [key in K]: string }[] | undefined,
  name: string,
  key: K,
  kept: ReadonlySet<string>,
): Named =>
  (list ?? []).flatMap((item, at) => (kept.has(item[key]) ? [] : [[`${name}.${at}.${key}`, item[key]] as const]))

/** Errors: 422 `reference.invalid` for competitors that are archived or do not exist. */
export const demandCompetitors = async (tx: Tx, named: Named) => {
  if (named.length === 0) return
  const ids = named.map(([, id]) => id)
  const found = await tx.db.competitor.findMany({ where: { id: { in: ids }, archivedAt: null }, select: { id: true } })
  refuseUnknown(named, new Set(found.map(({ id }) => id)))
}

const demandProducts = async (tx: Tx, named: Named) => {
  if (named.length === 0) return
  const found = await tx.db.product.findMany({
    where: { id: { in: named.map(([, id]) => id) }, deletedAt: null },
    select: { id: true, active: true },
  })
  refuseUnknown(named, new Set(found.map(({ id }) => id)))
  const inactive = new Set(found.filter(({ active }) => !active).map(({ id }) => id))
  const faults = named.filter(([, id]) => inactive.has(id)).map(([path]) => ({ path, code: 'product.inactive' }))
  if (faults.length > 0) refuse('product.inactive', {}, faults)
}

const refuseUnknown = (named: Named, known: ReadonlySet<string>) => {
  const faults = named.filter(([, id]) => !known.has(id)).map(([path]) => ({ path, code: 'reference.invalid' }))
  if (faults.length > 0) refuse('reference.invalid', { field: faults[0]?.path }, faults)
}
