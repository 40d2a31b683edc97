/** First set-up and changes of the organisation's settings. */
import { timingSafeEqual } from 'node:crypto'
import type { Organisation, OrganisationPatch, SetupDraft } from '@rapport/domain/features/settings/settings.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { changesBetween, record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { hashPassword, isStrongPassword } from '../sessions/password.ts'
import { installDefaults } from './install.ts'
import { isSetUp, loadOrganisation, ORGANISATION, type OrganisationValue } from './settings.queries.ts'

// The organisation has no id of its own; its events hang on this fixed one.
export const ORGANISATION_ID = '00000000-0000-7000-8000-000000000001'
const SETUP_LOCK = 4_711

/** Errors: 409 `setup.done`, 403 `setup.token` beyond loopback without the console's token, 422 `password.weak`. */
export const setUp = async (ctx: Ctx, draft: SetupDraft): Promise<{ userId: string }> => {
  if (await isSetUp(ctx)) refuse('setup.done')
  demandToken(ctx.services.setupToken, draft.token)
  if (!isStrongPassword(draft.password, draft.email))
    refuse('password.weak', {}, [{ path: 'password', code: 'password.weak' }])
  const passwordHash = await hashPassword(draft.password)
  return transact(ctx, async (tx) => {
    await tx.db.$executeRaw`select pg_advisory_xact_lock(${SETUP_LOCK})`
    if (await isSetUp(tx)) refuse('setup.done')
    const { organisationName: name, timeZone = 'Asia/Shanghai', baseCurrency = 'CNY', locale } = draft
    await writeOrganisation(tx, { name, timeZone, baseCurrency, defaultLocale: locale })
    const userId = await createAdministrator(tx, {
      name: draft.adminName,
      email: draft.email,
      passwordHash,
      locale,
      timeZone,
    })
    return { userId }
  })
}

const demandToken = (wanted: string | null, given: string | undefined): void => {
  if (wanted === null) return
  const [a, b] = [Buffer.from(wanted), Buffer.from(given ?? '')]
  if (a.length !== b.length || !timingSafeEqual(a, b)) refuse('setup.token')
}

type Administrator = { name: string; email: string; passwordHash: string; locale: string; timeZone: string }

/** The defaults of the installation and an administrator for it. */
export const createAdministrator = async (tx: Tx, person: Administrator): Promise<string> => {
  await installDefaults(tx)
  const role = await tx.db.role.findUniqueOrThrow({ where: { code: 'administrator' }, select: { id: true } })
  const { id } = await tx.db.user.create({
    data: {
      ...person,
      email: person.email.toLowerCase(),
      status: 'active',
      joinedAt: tx.now,
      roles: { create: { roleId: role.id } },
    },
    select: { id: true },
  })
  await record(tx, { type: 'user.created', subject: id, title: person.name, version: 1 })
  return id
}

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
