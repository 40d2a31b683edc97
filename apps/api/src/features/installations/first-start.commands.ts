/** What a start sees to: the administrator an unattended installation names in its environment, and lists that came later. */
import { isStrongPassword } from '@rapport/domain/features/sessions/password-policy.ts'
import { hashPassword } from '../../access/password.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { writeOrganisation } from '../settings/settings.commands.ts'
import { loadOrganisation, organisationDefaults } from '../settings/settings.queries.ts'
import { createAdministrator, SETUP_LOCK } from './installations.commands.ts'
import { isSetUp } from './installations.queries.ts'
import { addStandingViews, missingViews } from './standing-views.commands.ts'

type Given = { email: string; password: string }

/**
 * Creates him unless somebody is there already; changing the variables later changes nobody's password. True when he was
 * created. Throws a sentence for the console when the password does not meet the policy.
 */
export const createFirstAdministrator = async (ctx: Ctx, { email, password }: Given): Promise<boolean> => {
  if (await isSetUp(ctx)) return false
  if (!isStrongPassword(password, email))
    throw new Error('RAPPORT_ADMIN_PASSWORD must have at least 10 characters and be none of the common passwords.')
  const passwordHash = await hashPassword(password)
  return transact(ctx, async (tx) => {
    await tx.db.$executeRaw`select pg_advisory_xact_lock(${SETUP_LOCK})`
    if (await isSetUp(tx)) return false
    const { timeZone, defaultLocale: locale } = organisationDefaults
    await writeOrganisation(tx, { ...organisationDefaults, name: 'Rapport' })
    await createAdministrator(tx, { name: email.split('@')[0] ?? email, email, passwordHash, locale, timeZone })
    return true
  })
}

/** Gives an installation that was set up before there were standing views those it has never had. Runs again safely. */
export const giveStandingViews = async (ctx: Ctx): Promise<void> => {
  if (!(await isSetUp(ctx)) || (await missingViews(ctx)).length === 0) return
  await transact(ctx, async (tx) => {
    await tx.db.$executeRaw`select pg_advisory_xact_lock(${SETUP_LOCK})`
    const { defaultLocale } = await loadOrganisation(tx)
    await addStandingViews(tx, defaultLocale === 'en' ? 'en' : 'zh')
  })
}
