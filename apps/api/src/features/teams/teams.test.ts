import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const label = { zh: '华东一部', en: 'East 1' }
const absent = '00000000-0000-7000-8000-000000000009'

describe('POST /teams', () => {
  it('201 creates a team below another with a manager', async () => {
    const admin = await test.as()
    const parent = await aTeam(test.database.prisma)
    const manager = await aUser(test.database.prisma)
    const sent = { label, parentId: parent.id, managerId: manager.id }
    const { status, body } = await admin.call('POST', '/teams', sent)
    expect({ status, ...body }).toMatchObject({
      status: 201,
      ...sent,
      parent: { id: parent.id },
      manager: { id: manager.id, label: manager.name },
      memberCount: 0,
    })
  })

  it('403 for a rep; 422 for a parent that is archived and a manager who does not exist', async () => {
    const [admin, rep] = [await test.as(), await test.as({ role: 'rep' })]
    expect((await rep.call('POST', '/teams', { label })).status).toBe(403)
    const parent = await aTeam(test.database.prisma, { archivedAt: new Date() })
    const { status, body } = await admin.call('POST', '/teams', { label, parentId: parent.id, managerId: absent })
    expect(status).toBe(422)
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['parentId', 'managerId'])
  })
})

describe('PATCH /teams/:id', () => {
  it('200 moves a team, and the reach of its new superior follows at the next request', async () => {
    const admin = await test.as()
    const [east, west] = [await aTeam(test.database.prisma), await aTeam(test.database.prisma)]
    const leaf = await aTeam(test.database.prisma, { parentId: east.id })
    const { body } = await admin.call('PATCH', `/teams/${leaf.id}`, { parentId: west.id, version: 1 })
    expect(body).toMatchObject({ parentId: west.id, parent: { id: west.id }, version: 2 })
    const event = await test.database.prisma.event.findFirstOrThrow({ where: { recordId: leaf.id } })
    expect(event.changes).toEqual([{ field: 'parentId', old: east.id, new: west.id }])
  })

  it('422 team.cycle below itself, directly and over a level', async () => {
    const admin = await test.as()
    const top = await aTeam(test.database.prisma)
    const middle = await aTeam(test.database.prisma, { parentId: top.id })
    const leaf = await aTeam(test.database.prisma, { parentId: middle.id })
    for (const parentId of [top.id, middle.id, leaf.id]) {
      const { body } = await admin.call('PATCH', `/teams/${top.id}`, { parentId, version: 1 })
      expect(body.code).toBe('team.cycle')
    }
  })

  it('422 for one of two teams put below each other at once', async () => {
    const admin = await test.as()
    const [a, b] = [await aTeam(test.database.prisma), await aTeam(test.database.prisma)]
    const answers = await Promise.all([
      admin.call('PATCH', `/teams/${a.id}`, { parentId: b.id, version: 1 }),
      admin.call('PATCH', `/teams/${b.id}`, { parentId: a.id, version: 1 }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422])
  })

  it('412 for a stale version, 428 without one [C1]', async () => {
    const admin = await test.as()
    const team = await aTeam(test.database.prisma, { version: 3 })
    expect((await admin.call('PATCH', `/teams/${team.id}`, { label, version: 2 })).status).toBe(412)
    expect((await admin.call('PATCH', `/teams/${team.id}`, { label })).status).toBe(428)
  })
})

describe('POST /teams/:id/archive', () => {
  it('409 while it has members or teams below, 200 when empty, and back', async () => {
    const admin = await test.as()
    const team = await aTeam(test.database.prisma)
    const below = await aTeam(test.database.prisma, { parentId: team.id })
    const member = await aUser(test.database.prisma, { teamId: team.id })
    const refused = await admin.call('POST', `/teams/${team.id}/archive`, { version: 1 })
    expect(refused.body).toMatchObject({ code: 'team.inUse', params: { members: 1, teams: 1 } })
    await admin.call('POST', `/teams/${below.id}/archive`, { version: 1 })
    await admin.call('PATCH', `/users/${member.id}`, { teamIds: [], version: 1 })
    const retired = await admin.call('POST', `/teams/${team.id}/archive`, { version: 1 })
    expect(retired.body).toMatchObject({ archivedAt: expect.any(String), can: { archive: false }, version: 2 })
    const back = await admin.call('POST', `/teams/${team.id}/unarchive`, { version: 2 })
    expect(back.body).toMatchObject({ archivedAt: null, version: 3 })
  })
})

describe('GET /teams', () => {
  it('200 counts members who work here', async () => {
    const admin = await test.as()
    const team = await aTeam(test.database.prisma)
    await aUser(test.database.prisma, { teamId: team.id })
    await aUser(test.database.prisma, { teamId: team.id, status: 'left' })
    expect((await admin.call('GET', `/teams/${team.id}`)).body.memberCount).toBe(1)
  })
})
