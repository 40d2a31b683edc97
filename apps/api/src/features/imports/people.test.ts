import { aRole } from '@rapport/prisma/factories/roles.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'

const test = useImports()
let admin: Caller
beforeAll(async () => {
  await aSource(test.database.prisma, { kind: 'import' })
  admin = await test.as()
})

describe('teams and users', () => {
  it('come in as a tree, people with their place in it', async () => {
    const [office, team, boss, agent] = ['Central', 'Team Melvin', 'Melvin', 'Anna'].map((name) => unique(`${name} `))
    const teams = await test.bringIn(admin, 'teams', `team,regional office\n${team},${office}\n${office},\n`)
    expect(teams).toMatchObject({ created: 2, failed: 0 })
    const mail = (name?: string) => `${name?.replaceAll(' ', '.').toLowerCase()}@example.com`
    const users = await test.bringIn(
      admin,
      'users',
      `agent,email,manager,team\n${agent},${mail(agent).toUpperCase()},${boss},${team}\n${boss},${mail(boss)},,${team}\n${unique()},no address,,\n`,
    )
    expect(users).toMatchObject({ created: 2, failed: 1, problems: [{ code: 'email.malformed', column: 'email' }] })
    const [stored, manager] = await Promise.all(
      [agent, boss].map((name) =>
        test.database.prisma.user.findFirstOrThrow({
          where: { name: name ?? '' },
          include: { primaryTeam: { include: { parent: true } } },
        }),
      ),
    )
    expect(stored).toMatchObject({
      email: mail(agent),
      status: 'invited',
      passwordHash: null,
      managerId: manager?.id,
      primaryTeam: { label: { en: team }, parent: { label: { en: office } } },
    })
    const again = await test.bringIn(admin, 'teams', `team,manager\n${team},${boss}\n`, {
      mode: 'update',
      matchKeys: ['label'],
      history: true,
    })
    expect(again).toMatchObject({ updated: 1 })
    const events = await test.database.prisma.event.findMany({ where: { recordId: stored?.id ?? '' } })
    expect(events).toMatchObject([{ type: 'user.imported' }])
  })

  it('get no rights from who may not give them [B4]', async () => {
    const role = await aRole(test.database.prisma)
    const clerk = await test.as({
      rules: { rights: { imports: ['read', 'create'], users: ['read', 'create', 'import'], roles: ['read'] } },
    })
    const name = unique('Eve ')
    const done = await test
      .bringIn(
        clerk,
        'users',
        `name,email,role\n${name},${unique()}@example.com,${(role.label as { en: string }).en}\n`,
      )
      .catch((error: Error) => error.message)
    expect(done).toMatchObject({ created: 0, failed: 1, problems: [{ code: 'field.forbidden' }] })
    expect(await test.database.prisma.user.count({ where: { name } })).toBe(0)
  })
})

describe('contacts', () => {
  it('come in with names of two columns, places, several addresses, and match by any of these', async () => {
    const customer = await aCustomer(test.database.prisma, { name: unique('Gottlieb ') })
    const [work, home] = [`${unique()}@example.com`, `${unique()}@example.com`]
    const file = `first_name,last_name,title,company,email_work,email_home,phone_work,tags\nShelley,Kerluke,Buyer,${customer.name},${work},${home},12345,"vip, musician"\n小明,王,经理,${customer.name},,,,\n`
    const done = await test.bringIn(admin, 'contacts', file, { mode: 'upsert' })
    expect(done).toMatchObject({ created: 2, problems: [{ code: 'phone.invalid' }] })
    const people = await test.database.prisma.contact.findMany({
      where: { customers: { some: { customerId: customer.id } } },
      include: { customers: true },
      orderBy: { id: 'asc' },
    })
    expect(people).toMatchObject([
      {
        name: 'Shelley Kerluke',
        tags: ['vip', 'musician'],
        emails: [
          { type: 'work', address: work },
          { type: 'home', address: home },
        ],
        customers: [{ title: 'Buyer', primary: true }],
      },
      { name: '王小明', customers: [{ title: '经理', primary: false }] },
    ])
    const again = await test.bringIn(
      admin,
      'contacts',
      `first_name,last_name,email_work,tags\nS.,Kerluke,${home},new\n`,
      { mode: 'upsert', matchKeys: ['emails'], fill: 'empty' },
    )
    expect(again).toMatchObject({ created: 0, updated: 0, skipped: 1 })
    const all = await test.bringIn(
      admin,
      'contacts',
      `first_name,last_name,email_work,tags\nShelley,Kerluke,${home},new\n`,
      { mode: 'upsert', matchKeys: ['emails'], fill: 'all' },
    )
    expect(all).toMatchObject({ created: 0, updated: 1 })
    expect(await test.database.prisma.contact.findUniqueOrThrow({ where: { id: people[0]?.id ?? '' } })).toMatchObject({
      version: 2,
      tags: ['vip', 'musician', 'new'],
    })
  })
})
