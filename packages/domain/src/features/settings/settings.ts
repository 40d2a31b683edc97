/** Settings of the organisation, stored as one row each and read together. */
import { z } from 'zod'
import { text, timeZone } from '../../contract/text.ts'
import { currencyCode, decimalString } from '../../field/schemas.ts'
import { attachmentSize } from './attachment-size.ts'

/** What the browser needs to know of the organisation. */
export const organisation = z
  .object({
    name: z.string(),
    timeZone: z.string(),
    baseCurrency: z.string(),
    defaultLocale: z.enum(['zh-CN', 'en']),
    /** From this amount in base currency on a deal is large. */
    largeDealAmount: z.string(),
    /** How large a file attached to a record may be. */
    attachmentMegabytes: z.int(),
    demoLoaded: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.output<typeof organisation>

export const organisationPatch = z.strictObject({
  name: text(100, 1).optional(),
  timeZone: timeZone().optional(),
  /** Fixed after the first money row: 409 `base_currency.locked`. */
  baseCurrency: currencyCode().optional(),
  defaultLocale: z.enum(['zh-CN', 'en']).optional(),
  largeDealAmount: decimalString({ scale: 4, min: '0' }).optional(),
  attachmentMegabytes: z.int().min(attachmentSize.least).max(attachmentSize.most).optional(),
  version: z.int().min(1).optional(),
})
export type OrganisationPatch = z.output<typeof organisationPatch>
