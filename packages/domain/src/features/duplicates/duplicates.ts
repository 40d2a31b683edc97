/** What is asked and answered about records that may be there already. */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { field, type Address, type Email, type Field, type PhoneIn } from '../../field/kinds.ts'
import { inSchema } from '../../field/schemas.ts'
import { duplicateReasons, type Reason } from './reasons.ts'

/** The records that are looked through, in the singular as `recordType` says it. */
export const duplicateTypes = ['customer', 'contact'] as const
export type DuplicateType = (typeof duplicateTypes)[number]

const label = { zh: '', en: '' }
const given = <T>(one: Field) => inSchema(one).optional() as z.ZodOptional<z.ZodType<T, T>>
const orNull = <T>(one: Field) => inSchema(one).nullable().optional() as z.ZodOptional<z.ZodType<T | null, T | null>>

/** What is known so far of a record that is being entered; nothing of it is required, because it is asked for while somebody types. */
const described = z.strictObject({
  kind: z.enum(['company', 'person']).optional().meta({ description: 'Of a customer; a contact is a person.' }),
  name: text(200).optional(),
  shortName: orNull<string>(field.text({ label, max: 100 })),
  phones: given<PhoneIn[]>(field.phones({ label })),
  emails: given<Email[]>(field.emails({ label })),
  wechat: orNull<string>(field.identifier({ label, max: 60 })),
  taxNo: orNull<string>(field.identifier({ label, max: 40 })),
  registryNo: orNull<string>(field.identifier({ label, max: 40 })),
  website: orNull<string>(field.text({ label, max: 300 })),
  birthDate: orNull<string>(field.date({ label })),
  city: orNull<string>(field.text({ label, max: 60 })),
  addresses: given<Address[]>(field.addresses({ label })),
  customerIds: given<string[]>(field.refs({ label, to: 'customers' })),
})

export const duplicateQuestion = z.strictObject({
  recordType: z.enum(duplicateTypes),
  record: described,
  exceptId: z.uuid().optional().meta({ description: 'The record itself, when it is there already and being changed.' }),
})
export type DuplicateQuestion = z.output<typeof duplicateQuestion>

const level = z.enum(['certain', 'likely'])

/** A record the reader may see. */
export const duplicateMatch = z
  .object({
    id: z.uuid(),
    /** What people call it. */
    label: z.string(),
    /** Its number, or what else tells it from others of its name. */
    detail: z.string().nullable(),
    owner: z.string().nullable(),
    level,
    score: z.int().min(0).max(100),
    reasons: z.array(z.enum(Object.keys(duplicateReasons) as [Reason, ...Reason[]])).meta({ maxItems: 12 }),
  })
  .meta({ id: 'DuplicateMatch' })
export type DuplicateMatch = z.output<typeof duplicateMatch>

/** A record beyond the reader's reach: that there is one, whose, since when, and nothing else. */
export const hiddenMatch = z
  .object({ level, owner: z.string().nullable(), since: z.string().meta({ format: 'date-time' }) })
  .meta({ id: 'HiddenMatch' })
export type HiddenMatch = z.output<typeof hiddenMatch>

export const MOST_MATCHES = 5

export const duplicateAnswer = z.object({
  matches: z.array(duplicateMatch).meta({ maxItems: MOST_MATCHES }),
  hidden: z.array(hiddenMatch).meta({ maxItems: MOST_MATCHES }),
  /** The caller has been told of so many records beyond his reach within the hour that he is told of none for now. */
  hintsUsed: z.boolean(),
})
export type DuplicateAnswer = z.output<typeof duplicateAnswer>
