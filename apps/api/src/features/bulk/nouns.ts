/** The nouns whose records can be changed in number. */
import type { BulkEntity } from '@rapport/domain/features/bulk/bulk-actions.ts'
import type { BulkNoun } from './bulk-noun.ts'
import { activities } from './nouns/activities.ts'
import { contacts } from './nouns/contacts.ts'
import { customers } from './nouns/customers.ts'
import { opportunities } from './nouns/opportunities.ts'
import { products } from './nouns/products.ts'

export const nouns: Record<BulkEntity, BulkNoun> = { activities, contacts, customers, opportunities, products }
