/** Exchange rates for tests; `date` is 'YYYY-MM-DD'. */
import type { World } from './world.ts'

export const anExchangeRate = (world: World, given: { currency: string; date: string; rate: string }) =>
  world.exchangeRate.create({ data: { ...given, date: new Date(`${given.date}T00:00:00Z`) } })
