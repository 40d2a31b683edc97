/** What is done to many records at once, and to which. */

export const bulkEntities = ['customers', 'contacts', 'opportunities', 'products'] as const
export type BulkEntity = (typeof bulkEntities)[number]

export const bulkActions = ['update', 'transfer', 'delete'] as const
export type BulkAction = (typeof bulkActions)[number]

/** The nouns whose records are handed over to another owner. */
export const transferable: readonly BulkEntity[] = ['customers', 'opportunities']
