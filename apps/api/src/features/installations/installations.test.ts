import { describe, expect, it } from 'vitest'
import { systemCtx } from '../../access/system.ts'
import { useApp } from '../../test/app.ts'
import { createFirstAdministrator } from './first-start.commands.ts'

const PASSWORD = 'quartz-lantern-82'
const draft = (more: object = {}) => ({
  organisationName: '澄明科技',
  adminName: '沈以宁',
  email: 'Shen.Yining@Example.com',
  password: PASSWORD,
  locale: 'zh-CN',
  ...more,
})
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe('POST /setup beyond this machine', () => {
  const test = useApp({ setupToken: 'printed-on-the-console' })

  it('403 without the console’s token, with a wrong one, a longer one; nobody is created [A11]', async () => {
    expect((await test.nobody.call('GET', '/setup')).body).toEqual({ needed: true, tokenNeeded: true })
    for (const token of [undefined, '', 'guess', 'printed-on-the-consolf', 'printed-on-the-console '])
      expect((await test.nobody.call('POST', '/setup', draft(token === undefined ? {} : { token }))).status).toBe(403)
    expect(await test.database.prisma.user.count()).toBe(0)
  })

  it('201 once with the token, then 409 whoever asks; the administrator signs in [A11]', async () => {
    const sent = draft({ token: 'printed-on-the-console' })
    const both = await Promise.all([test.nobody.call('POST', '/setup', sent), test.nobody.call('POST', '/setup', sent)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect((await test.nobody.call('GET', '/setup')).body.needed).toBe(false)
    const { body } = await test.nobody.call('POST', '/session', {
      email: 'shen.yining@example.com',
      password: PASSWORD,
    })
    expect(body).toMatchObject({ organisation: { name: '澄明科技' }, user: { name: '沈以宁' } })
    expect(body.permissions).toContain('people.administer')
  })
})

describe('POST /setup on this machine', () => {
  const test = useApp()

  it('422 for a weak password, without leaving anything behind', async () => {
    const { body } = await test.nobody.call('POST', '/setup', draft({ password: 'password123' }))
    expect(body).toMatchObject({ code: 'password.weak', errors: [{ path: 'password' }] })
    expect(await test.database.prisma.role.count()).toBe(0)
  })

  it('201 brings roles, dictionaries, sources and the views of a manager', async () => {
    expect((await test.nobody.call('POST', '/setup', draft())).status).toBe(201)
    const { role, dictionary, source } = test.database.prisma
    const counts = await Promise.all([role.count(), dictionary.count(), source.count()])
    expect(counts.every((count) => count > 4)).toBe(true)
    const views = await test.database.prisma.savedView.findMany({ where: { shared: 'all' }, orderBy: { id: 'asc' } })
    expect(views.map(({ label }) => label)).toEqual(['大额商机', '停滞商机', '逾期或推迟', '我的待办', '今天', '逾期'])
  })
})

describe('POST /setup with sample data', () => {
  const test = useApp()

  it('201 with the sample company in the language chosen, under the name given', async () => {
    const sent = draft({ locale: 'en', sampleData: true })
    expect((await test.nobody.call('POST', '/setup', sent)).status).toBe(201)
    const { prisma } = test.database
    expect(await prisma.customer.findFirst({ where: { name: { startsWith: 'Changzhou Bluehawk' } } })).not.toBeNull()
    const admin = await test.as()
    expect((await admin.call('GET', '/settings')).body).toMatchObject({ name: '澄明科技', demoLoaded: true })
  }, 120_000)
})

describe('an administrator named in the environment', () => {
  const test = useApp()
  const start = (password: string) =>
    createFirstAdministrator(systemCtx(test.app.services, silent, 'start'), { email: 'Ops@Example.com', password })

  it('is refused with a sentence when the password is weak', async () => {
    await expect(start('changeme12')).rejects.toThrow(/RAPPORT_ADMIN_PASSWORD/)
    expect(await test.database.prisma.user.count()).toBe(0)
  })

  it('is created once, and a later start changes nothing', async () => {
    expect(await start(PASSWORD)).toBe(true)
    expect(await start('another-lantern-83')).toBe(false)
    const signIn = (password: string) => test.nobody.call('POST', '/session', { email: 'ops@example.com', password })
    expect((await signIn(PASSWORD)).status).toBe(201)
    expect((await signIn('another-lantern-83')).status).toBe(401)
    expect((await test.nobody.call('GET', '/setup')).body.needed).toBe(false)
  })
})
