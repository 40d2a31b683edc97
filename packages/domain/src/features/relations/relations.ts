/** A relation as it is sent, and how it is made, changed and taken away. */
import { z } from 'zod'
import { draftSchema, recordSchema } from '../../field/schemas.ts'
import { contactRelationFields, customerRelationFields } from './relations.fields.ts'

const version = () => z.int().min(1).optional()

export const contactRelation = recordSchema('ContactRelation', contactRelationFields, [])
export const customerRelation = recordSchema('CustomerRelation', customerRelationFields, [])

const own = () => ({
  relationId: z.uuid().optional().meta({ description: 'The relation that becomes this one; without it one is added.' }),
  version: version(),
})
export const contactRelating = draftSchema(contactRelationFields, own())
export const customerRelating = draftSchema(customerRelationFields, own())
export const unrelating = z.strictObject({ relationId: z.uuid(), version: version() })

export type Relation = z.output<typeof contactRelation>
export type Relating = z.output<typeof contactRelating>
export type Unrelating = z.output<typeof unrelating>
