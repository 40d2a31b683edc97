/** How one is told, chosen fast and by keyboard: every choice counts, none meets another, and the focus stays. */
import { settableKinds } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { noticeSettings } from '@rapport/domain/features/notifications/notice-settings.ts'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { NoticeSettings } from './notice-settings.tsx'
import type { Settings, SettingsChange } from './notifications.queries.ts'

beforeAll(() => loadTexts('notifications'))

const problem = (status: number, code: string) =>
  HttpResponse.json(
    { type: 'x', title: 'Changed meanwhile', status, code },
    { status, headers: { 'content-type': 'application/problem+json' } },
  )

/** The settings over an API that keeps them, takes its time, and refuses what rests on another version. */
function open() {
  const channels = Object.fromEntries(settableKinds.map((kind) => [kind, { app: true, live: true }]))
  const state = { now: { version: 1, channels, quiet: null, timeZone: 'Asia/Shanghai' } as unknown as Settings }
  const statuses: number[] = []
  let release: (() => void)[] = []
  const api = '*/api/v1/notifications/settings'
  server.use(
    http.get(api, () => HttpResponse.json(state.now)),
    http.patch(api, async ({ request }) => {
      const sent = (await request.json()) as SettingsChange & { version?: number }
      await new Promise<void>((resolve) => release.push(resolve))
      const version = sent.version ?? Number(/\d+/.exec(request.headers.get('if-match') ?? '')?.[0])
      const stale = version !== state.now.version
      statuses.push(stale ? 412 : 200)
      if (stale) return problem(412, 'version.stale')
      const { channels: chosen, quiet = state.now.quiet } = sent
      state.now = { ...state.now, version: version + 1, quiet, channels: { ...state.now.channels, ...chosen } }
      return HttpResponse.json(state.now)
    }),
  )
  render(
    <MemoryRouter>
      <Providers client={makeQueryClient()}>
        <NoticeSettings />
      </Providers>
    </MemoryRouter>,
  )
  const answerAll = async (count: number) => {
    for (let answered = 0; answered < count; answered += 1) {
      await waitFor(() => expect(release).toHaveLength(1))
      const [go] = release
      release = []
      go?.()
    }
    await waitFor(() => expect(statuses).toHaveLength(count))
  }
  return { user: userEvent.setup(), state, statuses, answerAll }
}
const boxes = async () => (await screen.findAllByRole('checkbox')).slice(0, 4) as [HTMLElement, ...HTMLElement[]]

it('answers as the contract says', async () => {
  const { state } = open()
  expect(noticeSettings.safeParse(state.now).error).toBeUndefined()
  await boxes()
})

it('keeps two fast choices by keyboard, one on the other, and the focus where it is', async () => {
  const { user, state, statuses, answerAll } = open()
  const [first, , third] = await boxes()
  first.focus()
  await user.keyboard(' ')
  expect(first).not.toBeChecked()
  expect(first).toHaveFocus()
  await user.keyboard('{Tab}{Tab}')
  expect(third).toHaveFocus()
  await user.keyboard(' ')
  expect(third).not.toBeChecked()
  await answerAll(2)
  expect(statuses).toEqual([200, 200])
  await waitFor(() => expect(state.now.version).toBe(3))
  expect(third).toHaveFocus()
  const [one, two] = settableKinds
  expect([state.now.channels[one!].app, state.now.channels[two!].app]).toEqual([false, false])
  expect(first).not.toBeChecked()
  expect(third).not.toBeChecked()
})

it('puts back what was refused and says so; what was chosen after it counts', async () => {
  const { user, state, statuses, answerAll } = open()
  const [first, , third] = await boxes()
  state.now = { ...state.now, version: 5 } // in another tab
  await user.click(first)
  await user.click(third!)
  await answerAll(2)
  expect(statuses).toEqual([412, 200])
  expect(await screen.findByText(/Changed meanwhile|changed/i)).toBeVisible()
  await waitFor(() => expect(first).toBeChecked())
  expect(third).not.toBeChecked()
})
