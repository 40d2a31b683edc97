/** A period of ownership as it is sent: `to` is null for the one that lasts, `ownerId` while nobody owned the record. */
import type { z } from 'zod'
import { recordSchema } from '../../field/schemas.ts'
import { ownershipPeriodFields } from './ownership-periods.fields.ts'

export const ownershipPeriod = recordSchema('OwnershipPeriod', ownershipPeriodFields, [])
export type OwnershipPeriod = z.output<typeof ownershipPeriod>
