/** An attachment as it comes in beside its file, and as it is sent. */
import type { z } from 'zod'
import { draftSchema, recordSchema } from '../../field/schemas.ts'
import { attachmentFields } from './attachments.fields.ts'

export const attachmentDraft = draftSchema(attachmentFields, {})
export const attachment = recordSchema('Attachment', attachmentFields, ['delete'] as const, {})

export type AttachmentDraft = z.output<typeof attachmentDraft>
export type Attachment = z.output<typeof attachment>
