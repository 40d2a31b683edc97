/** The owners of a record over time; a transfer leaves a row here. */
import { z } from 'zod'
import { idParams, limitParam, pageOf } from '../../contract/page.ts'
import { cursorParam } from '../../contract/query.ts'
import { route } from '../../contract/route.ts'
import { ownershipPeriod } from './ownership-periods.ts'

const periodsQuery = z.strictObject({ limit: limitParam(), cursor: cursorParam().optional() })
export type PeriodsQuery = z.output<typeof periodsQuery>

export const ownershipPeriodRoutes = {
  ofCustomer: route({
    method: 'GET',
    path: '/customers/:id/ownership-periods',
    access: 'session',
    permission: 'customers.read',
    summary: 'Who owned a customer from when to when, newest first',
    params: idParams,
    query: periodsQuery,
    reply: pageOf(ownershipPeriod),
  }),
}
