/** First set-up: the organisation's name, the defaults, the first administrator. */
import { isStrongPassword } from '@rapport/domain/features/sessions/password-policy.ts'
import { timingSafeEqual } from 'node:crypto'
import type { SetupDraft } from '@rapport/domain/features/installations/installations.ts'
import { hashPassword } from '../../access/password.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { writeOrganisation } from '../settings/settings.commands.ts'
import { organisationDefaults } from '../settings/settings.queries.ts'
import { installDefaults } from './defaults.commands.ts'
import { isSetUp } from './installations.queries.ts'
import { addStandingViews } from './standing-views.commands.ts'

export const SETUP_LOCK = 4_711

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
    await writeOrganisation(tx, { ...organisationDefaults, name, timeZone, baseCurrency, defaultLocale: locale })
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

/** The same, with the sample company where the draft asks for it. */
export const setUpWithSample = async (
  ctx: Ctx,
  draft: SetupDraft,
  loadSample: (ctx: Ctx, language: 'zh' | 'en') => Promise<unknown>,
): Promise<{ userId: string }> => {
  const made = await setUp(ctx, draft)
  if (draft.sampleData) await loadSample(ctx, draft.locale === 'en' ? 'en' : 'zh')
  return made
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
  await addStandingViews(tx, person.locale === 'en' ? 'en' : 'zh')
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
