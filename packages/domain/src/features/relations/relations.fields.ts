/** How people know each other and how customers stand to each other, as it reads from one of the two ends. */
import { field, fieldsOf, type Label } from '../../field/kinds.ts'

/** What can be related, and the dictionary that holds its kinds of relations. */
export const relationDictionaries = { contact: 'relation', customer: 'customerRelation' } as const
export type RelatedType = keyof typeof relationDictionaries

/** Whether the items of this dictionary have a second name, read from the other end. */
export const readsBothWays = (dictionary: string): boolean =>
  Object.values<string>(relationDictionaries).includes(dictionary)

// A relation changes with the record from which it is changed, whose version counts.
const { id, createdAt } = fieldsOf({})

const fieldsTo = <const To extends 'contacts' | 'customers'>(to: To, label: Label) =>
  ({
    id,
    otherId: field.ref({ label, required: true, to, as: 'other' }),
    typeId: field.ref({ label: { zh: '关系', en: 'Relation' }, required: true, to: 'dictionary-items', as: 'type' }),
    /** Seen from here the relation has its second name: the other end is what this one is to it. */
    inverse: field.boolean({ label: { zh: '反向', en: 'The other way round' }, hasDefault: true }),
    /** What the other is to this one. */
    word: field.label({
      label: { zh: '对方是', en: 'The other is' },
      derived: true,
      required: true,
      restsOn: ['dictionaries.label'],
    }),
    note: field.text({ label: { zh: '备注', en: 'Note' }, max: 200 }),
    createdAt,
  }) as const

export const contactRelationFields = fieldsTo('contacts', { zh: '联系人', en: 'Contact' })
export const customerRelationFields = fieldsTo('customers', { zh: '客户', en: 'Customer' })
