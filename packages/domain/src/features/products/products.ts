/** A product as it comes in and as it is sent. */
import type { z } from 'zod'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { productFields } from './products.fields.ts'

export const productVerbs = ['edit', 'delete'] as const

export const productDraft = draftSchema(productFields)
export const productPatch = patchSchema(productFields)
export const product = recordSchema('Product', productFields, productVerbs)

export type ProductDraft = z.output<typeof productDraft>
export type ProductPatch = z.output<typeof productPatch>
export type Product = z.output<typeof product>
