/** The organisation's settings, read together. */
import { attachmentSize, MEGABYTE } from '@rapport/domain/features/settings/attachment-size.ts'
import type { Organisation } from '@rapport/domain/features/settings/settings.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { raw, sql } from '../../records/record-set.ts'

export const ORGANISATION = 'organisation'
export type OrganisationValue = Omit<Organisation, 'version' | 'demoLoaded'>

export const organisationDefaults: OrganisationValue = {
  name: '',
  timeZone: 'Asia/Shanghai',
  baseCurrency: 'CNY',
  defaultLocale: 'zh-CN',
  largeDealAmount: '200000',
  attachmentMegabytes: attachmentSize.usual,
}

/** The currency all amounts are also kept in, for a statement that needs nothing else of the organisation. */
export const baseCurrency = sql`coalesce((select value->>'baseCurrency' from settings where key = ${ORGANISATION}), ${organisationDefaults.baseCurrency})`

/** From this amount in base currency on a deal is large. */
export const largeDealAmount = sql`coalesce((select (value->>'largeDealAmount')::numeric from settings where key = 'organisation'), ${raw(organisationDefaults.largeDealAmount)})`

export const loadOrganisation = async (ctx: Ctx | Tx): Promise<Organisation> => {
  const [row] = await ctx.db.$queryRaw<
    { value: Partial<OrganisationValue> | null; version: number | null; demo: boolean }[]
  >`
    select value, "settingVersion" as version, exists (select 1 from demo_records) as demo
    from (select 1) one left join settings on key = ${ORGANISATION}`
  return { ...organisationDefaults, ...row?.value, version: row?.version ?? 0, demoLoaded: row?.demo ?? false }
}

/** In bytes, as the organisation allows it now. */
export const loadAttachmentLimit = async (ctx: Ctx): Promise<number> =>
  (await loadOrganisation(ctx)).attachmentMegabytes * MEGABYTE
