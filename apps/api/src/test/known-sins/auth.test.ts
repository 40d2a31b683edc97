import { aSession } from '@rapport/prisma/factories/sessions.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { describe, expect, it } from 'vitest'
import { hashPassword } from '../../access/password.ts'
import { loadConfig } from '../../config.ts'
import { useApp } from '../app.ts'

const test = useApp({ config: loadConfig({ RAPPORT_URL: 'http://crm.example.com:8080' }) })
const world = () => test.database.prisma
const PASSWORD = 'quartz-lantern-82'

describe('somebody else by way of', () => {
  // A key could be asked for in the name of any user id in the body, without a session.
  it('better-auth-CVE-2025-61928-key-for-any-user', async () => {
    const [admin, victim] = [await test.as(), await test.as()]
    const sent = { label: 'x', fullAccess: true }
    for (const name of ['userId', 'ownerId', 'user'])
      expect((await admin.call('POST', '/api-keys', { ...sent, [name]: victim.userId })).status).toBe(400)
    expect((await test.nobody.call('POST', '/api-keys', { ...sent, userId: victim.userId })).status).toBe(401)
    expect(await world().apiKey.count({ where: { ownerId: victim.userId } })).toBe(0)
  })

  // After a change of password the thief's session went on.
  it('chatwoot-CVE-2021-3740-sessions-survive', async () => {
    const me = await test.as()
    await world().user.update({ where: { id: me.userId }, data: { passwordHash: await hashPassword(PASSWORD) } })
    const { token } = await aSession(world(), me.userId)
    const thief = () => test.nobody.call('GET', '/session', undefined, { cookie: `rapport=${token}` })
    expect((await thief()).status).toBe(200)
    await me.call('POST', '/session/change-password', { current: PASSWORD, next: 'copper-meadow-17' })
    expect((await thief()).status).toBe(401)
  })

  // A link to set a new password worked for an account that had been deleted.
  it('suitecrm-CVE-2021-25961-reset-of-deleted-user', async () => {
    const admin = await test.as()
    for (const status of ['left', 'suspended']) {
      const { id } = await aUser(world(), { passwordHash: await hashPassword(PASSWORD) })
      const { body } = await admin.call('POST', `/users/${id}/reset-password`)
      const token = String(body.link).split('/').at(-1)!
      await world().user.update({ where: { id }, data: { status } })
      const answer = await test.nobody.call('POST', '/invitations/accept', { token, password: 'copper-meadow-17' })
      expect([answer.status, answer.headers['set-cookie']]).toEqual([422, undefined])
    }
  })

  // The link in the mail pointed to whatever host the request named.
  it('suitecrm-CVE-2024-36419-host-header', async () => {
    const admin = await test.as()
    const { id } = await aUser(world())
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
    const { body, headers } = await admin.call('POST', `/users/${id}/reset-password`, undefined, forged)
    expect(body.link).toMatch(/^http:\/\/crm\.example\.com:8080\//)
    expect(JSON.stringify([body, headers])).not.toContain('evil.example')
  })

  // A header that a proxy should have set was believed from anybody.
  it('zammad-CVE-2026-34720-sso-header', async () => {
    const { email } = await aUser(world())
    for (const name of [
      'x-forwarded-user',
      'remote-user',
      'x-remote-user',
      'x-auth-request-email',
      'x-webauth-user',
      'x-user-id',
    ])
      expect((await test.nobody.call('GET', '/session', undefined, { [name]: email })).status).toBe(401)
  })

  // Lists of sessions held what is needed to take one over.
  it('zammad-CVE-2026-102489-session-leak', async () => {
    const me = await test.as()
    const other = await test.as()
    const { token, session } = await aSession(world(), me.userId)
    await aSession(world(), other.userId)
    const { body } = await me.call('GET', '/sessions')
    expect(JSON.stringify(body)).not.toContain(token)
    expect(JSON.stringify(body)).not.toContain(session.tokenHash)
    const own = await world().session.findMany({ where: { userId: me.userId }, select: { id: true } })
    const shown = (Array.isArray(body) ? body : body.items).map(({ id }: { id: string }) => id)
    expect(shown.toSorted()).toEqual(own.map(({ id }) => id).toSorted())
    expect((await other.call('DELETE', `/sessions/${session.id}`)).status).toBe(404)
  })
})
