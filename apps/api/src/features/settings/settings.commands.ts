/** Changes of the organisation's settings. */
import type { Organisation, OrganisationPatch } from '@rapport/domain/features/settings/settings.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { changesBetween, record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { loadOrganisation, ORGANISATION, type OrganisationValue } from './settings.queries.ts'

// The organisation has no id of its own; its events hang on this fixed one.
export const ORGANISATION_ID = '00000000-0000-7000-8000-000000000001'
export const writeOrganisation = async (tx: Tx, value: OrganisationValue): Promise<void> => {
  await tx.db.setting.upsert({
    where: { key: ORGANISATION },
    create: { key: ORGANISATION, value, updatedById: tx.actor.userId },
    update: { value, settingVersion: { increment: 1 }, updatedAt: tx.now, updatedById: tx.actor.userId },
  })
}

/** Errors: 412 for a stale version, 409 `base_currency.locked` once there is an amount. */
export const updateOrganisation = (ctx: Ctx, patch: OrganisationPatch): Promise<Organisation> =>
  transact(ctx, async (tx) => {
    await tx.db.$queryRaw`select 1 from settings where key = ${ORGANISATION} for update`
    const { version, demoLoaded: _, ...before } = await loadOrganisation(tx)
    const sent = patch.version ?? tx.ifMatch ?? refuse('version.missing')
    if (sent !== version) refuse('version.stale', { version })
    const after = {
      ...before,
      ...Object.fromEntries(Object.entries(patch).filter(([key, value]) => key !== 'version' && value !== undefined)),
    }
    if (after.baseCurrency !== before.baseCurrency && (await hasMoney(tx))) refuse('base_currency.locked')
    await writeOrganisation(tx, after)
    await record(tx, {
      type: 'setting.changed',
      subject: ORGANISATION_ID,
      title: after.name,
      version: version + 1,
      changes: changesBetween(before, after),
    })
    return loadOrganisation(tx)
  })

const hasMoney = async (tx: Tx): Promise<boolean> =>
  (await tx.db.opportunity.findFirst({ select: { id: true } })) !== null
