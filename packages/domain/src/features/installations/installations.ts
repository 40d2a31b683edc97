/** The first visit of an empty installation. */
import { z } from 'zod'
import { emailAddress, text, timeZone } from '../../contract/text.ts'
import { currencyCode } from '../../field/schemas.ts'

/** The token is needed only where the server listens beyond loopback. */
export const setupDraft = z.strictObject({
  organisationName: text(100, 1),
  adminName: text(100, 1),
  email: emailAddress(),
  password: text(200),
  locale: z.enum(['zh-CN', 'en']),
  timeZone: timeZone().optional(),
  baseCurrency: currencyCode().optional(),
  sampleData: z.boolean().optional(),
  token: text(200).optional(),
})
export type SetupDraft = z.output<typeof setupDraft>
