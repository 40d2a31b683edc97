/** The numbers people call records by: `OPP-2026-000001`, counted anew each year. */

/** What the number of each entity begins with. */
export const numberPrefixes = {
  leads: 'LEAD',
  customers: 'CUS',
  opportunities: 'OPP',
  quotes: 'QUO',
  orders: 'ORD',
  receipts: 'REC',
  invoices: 'INV',
  expenses: 'EXP',
  campaigns: 'CAM',
  tickets: 'TIC',
  complaints: 'CMP',
} as const

export type NumberedEntity = keyof typeof numberPrefixes

const DIGITS = 6

/** The number as people read it; a count beyond six digits is written out, never cut. */
export const formatNumber = (entity: NumberedEntity, year: number, count: number): string =>
  `${numberPrefixes[entity]}-${year}-${String(count).padStart(DIGITS, '0')}`
