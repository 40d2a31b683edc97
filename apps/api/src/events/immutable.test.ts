import { aSource } from '@rapport/prisma/factories/sources.ts'
import { expect, it } from 'vitest'
import { useApp } from '../test/app.ts'

const test = useApp()

it.each([
  ['UPDATE', `update events set title = 'forged' where "recordId" = $1`],
  ['UPDATE of nothing but its time', `update events set at = at where "recordId" = $1`],
  ['DELETE', `delete from events where "recordId" = $1`],
  ['MERGE', `merge into events e using (select $1::uuid as id) s on e."recordId" = s.id when matched then delete`],
  [
    'upsert',
    `insert into events select * from events where "recordId" = $1 on conflict (id) do update set title = 'forged'`,
  ],
])('the application is refused %s of an event [P1]', async (_how, sql) => {
  const admin = await test.as()
  const { id } = await aSource(test.database.prisma)
  await admin.call('PATCH', `/sources/${id}`, { kind: 'phone', version: 1 })
  const read = () => test.database.prisma.event.findMany({ where: { recordId: id } })
  const before = await read()
  await expect(test.database.pool.query(sql, [id])).rejects.toThrow('events are insert-only')
  expect(await read()).toEqual(before)
  expect(before).toHaveLength(1)
})

it('the application is refused to empty the table of events [P1]', async () => {
  for (const sql of ['truncate events', 'truncate events cascade'])
    await expect(test.database.pool.query(sql)).rejects.toThrow('events are insert-only')
})
