export const total = (leads: { expectedAmount: string }[]) => leads.map((lead) => Number(lead.expectedAmount))
