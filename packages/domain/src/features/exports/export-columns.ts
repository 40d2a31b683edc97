/**
 * The columns of an export. Their headers are what an import calls the same values, so that a file finds its way back by
 * itself; what the product derives comes along for people to read, and an import leaves it out.
 */
import type { Field, Fields, Label } from '../../field/kinds.ts'
import { activityFields } from '../activities/activities.fields.ts'
import { contactFields } from '../contacts/contacts.fields.ts'
import { customerFields } from '../customers/customers.fields.ts'
import { recordIdLabel } from '../imports/targets/record-id.ts'
import { targetsOf } from '../imports/target.ts'
import type { JobEntity } from '../jobs/job-choices.ts'
import { opportunityFields } from '../opportunities/opportunities.fields.ts'
import { productFields } from '../products/products.fields.ts'
import { cellKindOf, cellText, labelText, type CellKind, type CellReader } from './export-cell.ts'

type Row = Record<string, unknown>

export type ExportColumn = {
  /** The field or part of the record it is made of, whose rule holds for it. */
  field: string
  header: Label
  kind: CellKind
  textOf: (row: Row, reader: CellReader) => string | null
}

const column = (name: string, field: Field, header: Label, part?: string): ExportColumn => ({
  field: name,
  header,
  kind: cellKindOf(field),
  textOf: (row, reader) => cellText(name, field, part, row, reader),
})

// Lists of other records have no place in a cell that an import could read.
const columnsOf = (name: string, field: Field): ExportColumn[] => {
  if (field.kind === 'refs' || field.kind === 'id') return []
  if (field.derived) return [column(name, field, field.label)]
  return targetsOf({ [name]: field }, {}).flatMap(({ path, label }) => {
    const [, part] = path.split('.')
    return field.kind === 'label' && part === undefined ? [] : [column(name, field, label, part)]
  })
}

const last = new Set(['createdAt', 'updatedAt'])
const ofFields = (fields: Fields): ExportColumn[] => {
  const names = Object.keys(fields).filter((name) => name !== 'id' && name !== 'version')
  const ordered = [...names.filter((name) => !last.has(name)), ...names.filter((name) => last.has(name))]
  return ordered.flatMap((name) => columnsOf(name, fields[name] as Field))
}

type Place = { customer?: { label: unknown }; title: string | null; departmentName: string | null }
const place = (zh: string, en: string, textOf: (place: Place, reader: CellReader) => string | null): ExportColumn => ({
  field: 'customers',
  header: { zh, en },
  kind: 'text',
  textOf: (row, reader) => {
    const [first] = (row.customers as Place[] | null | undefined) ?? []
    return first ? textOf(first, reader) : null
  },
})

// Where a person stands first; an import finds or makes that one place.
const places = [
  place('客户名称', 'Customer', ({ customer }, { language }) => labelText(customer?.label, language)),
  place('职务', 'Title', ({ title }) => title),
  place('部门', 'Department', ({ departmentName }) => departmentName),
]

const lists: Record<JobEntity, readonly ExportColumn[]> = {
  customers: ofFields(customerFields),
  contacts: [...ofFields(contactFields).slice(0, 1), ...places, ...ofFields(contactFields).slice(1)],
  opportunities: ofFields(opportunityFields),
  activities: ofFields(activityFields),
  products: ofFields(productFields),
}

/** By it an import knows the file for one of ours, and each record in it. */
const idColumn: ExportColumn = {
  field: 'id',
  header: recordIdLabel,
  kind: 'id',
  textOf: ({ id }) => String(id),
}

// The list shows where somebody stands under the name of the links.
const partOf: Record<string, string> = { customerIds: 'customers' }

/** The columns made of these fields in their order, of all without; the id last. Null: the name of none. */
export const exportColumns = (
  entity: JobEntity,
  fields: readonly string[] | undefined,
): { columns: ExportColumn[] } | { unknown: string } => {
  if (!fields) return { columns: [...lists[entity], idColumn] }
  const columns: ExportColumn[] = []
  for (const name of new Set(fields.map((one) => partOf[one] ?? one))) {
    const own = lists[entity].filter(({ field }) => field === name)
    if (own.length === 0 && name !== 'id') return { unknown: name }
    columns.push(...own)
  }
  return { columns: [...columns, idColumn] }
}
