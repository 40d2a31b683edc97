/** An entry of the trash as it is sent, and what a restore brought back. */
import { z } from 'zod'
import { recordSchema } from '../../field/schemas.ts'
import { trashFields } from './trash.fields.ts'

export const trashEntry = recordSchema('TrashEntry', trashFields, ['restore'])

/** `restored` counts the records by their noun. */
export const restoration = z
  .object({ id: z.string(), entity: z.string(), restored: z.record(z.string(), z.int()) })
  .meta({ id: 'Restoration' })

export type TrashEntry = z.output<typeof trashEntry>
export type Restoration = z.output<typeof restoration>
