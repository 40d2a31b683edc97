export const isLarge = (lead: { expectedAmount: string }) => lead.expectedAmount > '1000'
