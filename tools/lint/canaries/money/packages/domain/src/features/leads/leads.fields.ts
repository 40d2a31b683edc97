const field = { money: <T>(traits: T): T => traits }

export const leadFields = { expectedAmount: field.money({ currencyField: 'currency' }) }
