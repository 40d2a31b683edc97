/** Relations in SQL, each as it reads from either end: seen by who sees the other end; who sees this one is asked before. */
import {
  contactRelationFields,
  customerRelationFields,
  relationDictionaries,
  type RelatedType,
} from '@rapport/domain/features/relations/relations.fields.ts'
import { recordSet, sql, table, type RecordSet, type Sql } from '../../records/record-set.ts'
import { contactRecords } from '../contacts/contacts.records.ts'
import { customerRecords } from '../customers/customers.records.ts'

// A condition on one end goes down into both halves, each of which has an index for it.
const fromBothEnds = (stored: Sql): Sql => sql`(
    select id, "fromId" as "nearId", "toId" as "otherId", false as reversed, "typeId", note, "createdAt" from ${stored}
    union all
    select id, "toId", "fromId", true, "typeId", note, "createdAt" from ${stored}) relation
  join dictionary_items type on type.id = relation."typeId"`

const readFrom = (stored: Sql, set: RecordSet, fields: RecordSet['fields']): RecordSet =>
  recordSet({
    noun: 'relations',
    alias: 'relation',
    fields,
    from: sql`${fromBothEnds(stored)} join ${table(set.noun)} ${table(set.alias)} on ${table(set.alias)}.id = relation."otherId"`,
    visibleTo: (actor) => set.visibleTo(actor, true),
    computed: () => ({
      inverse: sql`(relation.reversed and type."inverseLabel" is not null)`,
      word: sql`(case when relation.reversed then coalesce(type."inverseLabel", type.label) else type.label end)`,
    }),
    labels: { other: set.title ?? sql`null`, type: sql`type.label` },
    can: () => ({}),
    defaultSort: ['createdAt'],
  })

type Kind = {
  /** What is related. */
  set: RecordSet
  /** Its relations as they read from one end. */
  relations: RecordSet
  table: Sql
  dictionary: string
}
const [contactTable, customerTable] = [table('contact_relations'), table('customer_relations')]

export const relatedKinds: Record<RelatedType, Kind> = {
  contact: {
    set: contactRecords,
    relations: readFrom(contactTable, contactRecords, contactRelationFields),
    table: contactTable,
    dictionary: relationDictionaries.contact,
  },
  customer: {
    set: customerRecords,
    relations: readFrom(customerTable, customerRecords, customerRelationFields),
    table: customerTable,
    dictionary: relationDictionaries.customer,
  },
}
