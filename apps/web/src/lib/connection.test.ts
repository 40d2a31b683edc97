import { act, renderHook } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, expect, it } from 'vitest'
import { server } from '../test/server.ts'
import { call } from './call.ts'
import { noticeSignedIn, useConnection } from './connection.ts'

const refusal = () => HttpResponse.json({ status: 401, code: 'auth.required' }, { status: 401 })
const shown = () => renderHook(() => useConnection().signedOut).result.current
const ask = () => call('GET /session').catch(() => null)

afterEach(() => act(noticeSignedIn))

it('says that the session has ended', async () => {
  server.use(http.get('*/api/v1/session', refusal))
  await ask()
  expect(shown()).toBe(true)
})

it('is not signed out by the answer to what was asked before signing in again', async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  server.use(http.get('*/api/v1/session', () => held.then(refusal)))
  const asked = ask()
  noticeSignedIn()
  letGo()
  await asked
  expect(shown()).toBe(false)
  await ask()
  expect(shown()).toBe(true)
})
