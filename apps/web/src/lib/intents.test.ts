/** A request sent again because no answer came is known again by its content, in whatever form or button it began. */
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, it } from 'vitest'
import { server } from '../test/server.ts'
import { call, type BodyOf } from './call.ts'
import { readDraft } from './drafts.ts'

const keys: (string | null)[] = []
beforeEach(() => void keys.splice(0))

const lost = () => HttpResponse.error()
const made = () => HttpResponse.json({ id: '1' }, { status: 201 })
const problem = (status: number, code: string) => () =>
  HttpResponse.json({ status, code }, { status, headers: { 'content-type': 'application/problem+json' } })

/** Answers one request after the other; what is asked after the last is entered. */
const answering = (...answers: (() => Response)[]) =>
  server.use(
    http.post('*/api/v1/*', ({ request }) => {
      keys.push(request.headers.get('idempotency-key'))
      return (answers.shift() ?? made)()
    }),
  )

const enter = (name: string) =>
  call('POST /sources', { body: { code: 'fair', kind: 'web', label: { zh: name, en: name } } }).catch(() => null)

it('goes under the same key until it is answered, after a reload as well', async () => {
  answering(
    lost,
    problem(503, 'server.unavailable'),
    problem(401, 'auth.required'),
    problem(409, 'idempotency.running'),
  )
  for (let turn = 0; turn < 5; turn += 1) await enter('Fair')
  expect(new Set(keys).size).toBe(1)
  await enter('Fair')
  expect(new Set(keys).size).toBe(2)
})

it('goes under another key when it says something else, or for another version', async () => {
  answering(lost, lost, lost, lost)
  await enter('Fair')
  await enter('Fair 2026')
  const archive = (version: number) =>
    call('POST /sources/:id/archive', { params: { id: 'a' }, version, body: {} }).catch(() => null)
  await archive(1)
  await archive(2)
  expect(new Set(keys).size).toBe(4)
})

it('knows a file again, and not another of its name', async () => {
  answering(lost, lost, lost)
  const upload = (content: string) => {
    const form = new FormData()
    form.set('file', new File([content], 'people.csv', { lastModified: 1 }))
    return call('POST /imports', { body: form as unknown as BodyOf<'POST /imports'> }).catch(() => null)
  }
  await upload('a')
  await upload('a')
  await upload('ab')
  expect([keys[1] === keys[0], keys[2] === keys[0]]).toEqual([true, false])
})

it('goes under a new key once it was refused', async () => {
  answering(lost, problem(422, 'input.invalid'))
  for (let turn = 0; turn < 3; turn += 1) await enter('Fair')
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

it('keeps nothing of what holds a password, and nothing that was answered', async () => {
  answering(lost, made)
  await call('POST /session/confirm', { body: { password: 'secret' }, secret: true }).catch(() => null)
  await enter('Fair')
  expect(readDraft('unanswered') ?? {}).toEqual({})
})
