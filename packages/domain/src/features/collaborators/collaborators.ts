/** A collaborator as he is sent, and how access is lent and taken back. */
import { z } from 'zod'
import { draftSchema, recordSchema } from '../../field/schemas.ts'
import { collaboratorFields } from './collaborators.fields.ts'

const version = () => z.int().min(1).optional()

export const collaborator = recordSchema('Collaborator', collaboratorFields, ['leave'] as const)

/** For somebody who is a collaborator already it says how it shall be from now on. */
export const sharing = draftSchema(collaboratorFields, { version: version() })
export const unsharing = z.strictObject({ userId: z.uuid(), version: version() })

export type Collaborator = z.output<typeof collaborator>
export type Sharing = z.output<typeof sharing>
export type Unsharing = z.output<typeof unsharing>
