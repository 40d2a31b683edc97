/** The first visit of an empty installation. */
import { z } from 'zod'
import { emailAddress, text } from '../../contract/text.ts'
import { isTimeZone } from '../../dates.ts'
import { currencyCode } from '../../field/schemas.ts'

const timeZone = z.string().max(64).refine(isTimeZone, { error: 'field.invalid' })

/** The token is needed only where the server listens beyond loopback. */
export const setupDraft = z.strictObject({
  organisationName: text(100, 1),
  adminName: text(100, 1),
  email: emailAddress(),
  password: z.string().max(200),
  locale: z.enum(['zh-CN', 'en']),
  timeZone: timeZone.optional(),
  baseCurrency: currencyCode().optional(),
  sampleData: z.boolean().optional(),
  token: z.string().max(200).optional(),
})
export type SetupDraft = z.output<typeof setupDraft>
