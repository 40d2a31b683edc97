export const double = (lead: { expectedAmount: string }) => lead.expectedAmount + lead.expectedAmount
