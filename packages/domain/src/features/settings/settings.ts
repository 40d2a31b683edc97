/** Settings of the organisation, stored as one row each and read together. */
import { z } from 'zod'
import { emailAddress, text } from '../../contract/text.ts'
import { isTimeZone } from '../../dates.ts'
import { currencyCode } from '../../field/schemas.ts'

const timeZone = z.string().max(64).refine(isTimeZone, { error: 'field.invalid' })

/** What the browser needs to know of the organisation. */
export const organisation = z
  .object({
    name: z.string(),
    timeZone: z.string(),
    baseCurrency: z.string(),
    defaultLocale: z.enum(['zh-CN', 'en']),
    demoLoaded: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.output<typeof organisation>

export const organisationPatch = z.strictObject({
  name: text(100, 1).optional(),
  timeZone: timeZone.optional(),
  /** Fixed after the first money row: 409 `base_currency.locked`. */
  baseCurrency: currencyCode().optional(),
  defaultLocale: z.enum(['zh-CN', 'en']).optional(),
  version: z.int().min(1).optional(),
})
export type OrganisationPatch = z.output<typeof organisationPatch>

/** The first visit of an empty installation. The token is needed only where the server listens beyond loopback. */
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
