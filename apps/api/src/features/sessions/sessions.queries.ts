/** Who the caller is, and his sessions. */
import { combineRoles, type RoleRules } from '@rapport/domain/access/actor.ts'
import { knownPreferences } from '@rapport/domain/features/sessions/preferences.ts'
import type { Me } from '@rapport/domain/features/sessions/sessions.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'

export const loadMe = async (ctx: Ctx | Tx, userId: string): Promise<Me> => {
  const user = await ctx.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      timeZone: true,
      title: true,
      primaryTeamId: true,
      preferences: true,
      version: true,
      roles: { select: { role: { select: { rights: true, scopes: true, fieldRules: true, special: true } } } },
    },
  })
  const { roles, ...person } = user
  // A key's caller sees what the key may, which is less than its owner's roles.
  const rules =
    ctx.actor.kind === 'apiKey' ? ctx.actor.rules : combineRoles(roles.map(({ role }) => role as unknown as RoleRules))
  const permissions = Object.entries(rules.rights).flatMap(([noun, actions]) =>
    actions.map((action) => `${noun}.${action}`),
  )
  return {
    user: {
      ...person,
      locale: person.locale === 'en' ? 'en' : 'zh-CN',
      preferences: knownPreferences(person.preferences),
    },
    permissions: [...permissions, ...rules.special],
    fieldRules: rules.fieldRules,
    organisation: await loadOrganisation(ctx),
  }
}

export const listSessions = async (ctx: Ctx) => {
  const rows = await ctx.db.session.findMany({
    where: { userId: ctx.actor.userId ?? '', revokedAt: null, expiresAt: { gt: ctx.now } },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  })
  return {
    items: rows.map(({ id, createdAt, lastSeenAt, expiresAt, ip, userAgent }) => ({
      id,
      ip,
      userAgent,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      current: id === ctx.actor.sessionId,
    })),
  }
}
