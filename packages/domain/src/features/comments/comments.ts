/** A comment as it comes in and as it is sent. */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { commentFields, COMMENT_MAX } from './comments.fields.ts'

const body = () =>
  text(COMMENT_MAX, 1).meta({ description: 'The text; `<@id>` mentions the person with this id.', examples: ['…'] })

const share = () =>
  z
    .literal(true)
    .optional()
    .meta({ description: 'Lend reading access to those it mentions who do not see the record.' })

export const commentDraft = draftSchema(commentFields, { body: body(), share: share() })
export const commentPatch = patchSchema(commentFields, { body: body().optional(), share: share() })

/** Somebody by his name at this moment. */
const person = z.object({ id: z.string(), label: z.string() }).meta({ id: 'Person' })

export const comment = recordSchema('Comment', commentFields, ['edit', 'delete'] as const, {
  mentions: z.array(person),
})
/** `others` have such a name and do not see the record. */
export const readers = z.object({
  items: z.array(person).meta({ maxItems: 10 }),
  others: z.array(person).meta({ maxItems: 10 }),
})

export type CommentDraft = z.output<typeof commentDraft>
export type CommentPatch = z.output<typeof commentPatch>
export type Comment = z.output<typeof comment>
export type Readers = z.output<typeof readers>
