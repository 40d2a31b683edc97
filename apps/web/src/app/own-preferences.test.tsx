/** Choices that go with the account, told to a server that is answered by hand. */
import { useMantineColorScheme } from '@mantine/core'
import { act, render, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, expect, it } from 'vitest'
import { currentLanguage, switchLanguage } from '../lib/i18n.ts'
import { preference, setPreference } from '../lib/preferences.ts'
import { makeQueryClient } from '../lib/query-client.ts'
import { server } from '../test/server.ts'
import { showOwn, useOwnPreferences } from './own-preferences.ts'
import { Providers } from './providers.tsx'
import type { Me } from './session.ts'

const me = (id: string, version: number, preferences: object, locale = 'en') =>
  ({ user: { id, version, preferences, locale } }) as unknown as Me

function Shell() {
  useOwnPreferences()
  return <p>{useMantineColorScheme().colorScheme}</p>
}

afterEach(async () => {
  await act(() => switchLanguage('en'))
  localStorage.clear()
})

const open = (version: number) => {
  const sent: object[] = []
  let held = version
  server.use(
    http.patch('*/api/v1/session', async ({ request }) => {
      const match = Number(/\d+/.exec(request.headers.get('if-match') ?? '')?.[0])
      const body = (await request.json()) as { preferences: object }
      if (match !== held) {
        const problem = { status: 412, code: 'version.stale', title: '', detail: '', params: { version: held } }
        return HttpResponse.json(problem, { status: 412, headers: { 'content-type': 'application/problem+json' } })
      }
      sent.push(body)
      held += 1
      return HttpResponse.json(me('anna', held, body.preferences))
    }),
  )
  const client = makeQueryClient()
  client.setQueryData(['session'], me('anna', 1, {}))
  render(
    <Providers client={client}>
      <Shell />
    </Providers>,
  )
  return sent
}

it('keeps what is chosen with the account, one choice after the other, also when another device was faster', async () => {
  const sent = open(4)
  act(() => setPreference('density', 'compact'))
  act(() => setPreference('keys', 'off'))
  act(() => setPreference('keys', 'off')) // says nothing new
  act(() => setPreference('rail', 'narrow')) // is a matter of this screen
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent).toEqual([{ preferences: { density: 'compact' } }, { preferences: { keys: 'off' } }])
})

it('shows on this device what was chosen on another, and keeps it nowhere anew', async () => {
  const sent = open(1)
  await act(() => showOwn(me('bo', 3, { density: 'roomy', scheme: 'dark' })))
  expect(screen.getByText('dark')).toBeTruthy()
  expect([preference('density'), document.documentElement.dataset.density]).toEqual(['roomy', 'roomy'])
  act(() => setPreference('density', 'compact'))
  await act(() => showOwn(me('bo', 3, { density: 'roomy' }))) // an answer from before the choice
  expect(preference('density')).toBe('compact')
  await waitFor(() => expect(sent).toEqual([{ preferences: { density: 'compact' } }]))
})

it('speaks the language of the account where none was chosen here, and after signing in', async () => {
  await act(() => showOwn(me('chen', 1, {}, 'zh-CN')))
  expect(currentLanguage()).toBe('zh')
  await act(() => switchLanguage('en'))
  await act(() => showOwn(me('dai', 1, {}, 'zh-CN')))
  expect(currentLanguage()).toBe('en')
  await act(() => showOwn(me('du', 1, {}, 'zh-CN'), true))
  expect(currentLanguage()).toBe('zh')
})
