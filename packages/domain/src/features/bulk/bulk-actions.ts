/** What is done to many records at once, and to which. */

export const bulkEntities = ['customers', 'contacts', 'opportunities', 'activities', 'products'] as const
export type BulkEntity = (typeof bulkEntities)[number]

export type BulkAction = 'update' | 'transfer' | 'complete' | 'cancel' | 'delete'

/** By noun: what can be done with many of its records. Only what has an owner is handed over. */
export const bulkActions: Record<BulkEntity, readonly [BulkAction, ...BulkAction[]]> = {
  customers: ['update', 'transfer', 'delete'],
  contacts: ['update', 'delete'],
  opportunities: ['update', 'transfer', 'delete'],
  activities: ['complete', 'update', 'transfer', 'cancel', 'delete'],
  products: ['update', 'delete'],
}

export const offersBulk = (entity: BulkEntity, action: BulkAction): boolean => bulkActions[entity].includes(action)
