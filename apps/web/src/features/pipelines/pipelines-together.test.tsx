/** Two people at the same draft of stages: both are told, and nothing of either is lost. */
import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { server } from '../../test/server.ts'
import { answerConsole, at, drafted, order, ready, show, stage, stages, state, uuid } from './a-console.tsx'
import type { DraftBody } from './pipelines.queries.ts'

answerConsole()

it('shows both when somebody else was faster, and lets one choose', async () => {
  server.use(
    http.post(at('/pipelines/:id/save-draft'), () => {
      state.now = {
        ...drafted({ stages: [...stages, stage(9, 'Theirs', 'open')] as DraftBody['stages'] }),
        draftBy: { id: uuid(7), label: 'Xu Jing' },
      }
      const body = { status: 412, code: 'version.stale', title: 'Changed by somebody else', detail: '' }
      return HttpResponse.json(body, { status: 412, headers: { 'content-type': 'application/problem+json' } })
    }),
  )
  const user = show()
  await ready()
  await user.type(screen.getByRole('textbox', { name: 'Max days' }), '30')
  const notice = await screen.findByText(/Xu Jing changed these stages/, undefined, { timeout: 8000 })
  expect(notice).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Max days' })).toHaveValue('30')
  await user.click(screen.getByRole('button', { name: 'Take theirs' }))
  expect(order()).toContain('Theirs')
  expect(screen.getByRole('textbox', { name: 'Max days' })).toHaveValue('')
  // Laid aside and not thrown away.
  await user.click(await screen.findByRole('button', { name: 'Bring it back' }))
  expect(screen.getByRole('textbox', { name: 'Max days' })).toHaveValue('30')
  expect(order()).not.toContain('Theirs')
})

it('hears at once that somebody else has changed the draft, and says so', async () => {
  show()
  await ready()
  state.now = {
    ...drafted({ stages: [...stages, stage(9, 'Theirs', 'open')] as DraftBody['stages'] }),
    draftBy: { id: uuid(7), label: 'Xu Jing' },
  }
  // What the stream of events does.
  await state.client.invalidateQueries({ queryKey: ['pipelines'] })
  expect(await screen.findByText('Xu Jing has just changed this draft')).toBeVisible()
  expect(order()).toContain('Theirs')
})

it('keeps what is being typed when somebody else changes the draft meanwhile', async () => {
  const user = show()
  await ready()
  await user.type(screen.getByRole('textbox', { name: 'Max days' }), '3')
  state.now = {
    ...drafted({ stages: [...stages, stage(9, 'Theirs', 'open')] as DraftBody['stages'] }),
    draftBy: { id: uuid(7), label: 'Xu Jing' },
  }
  await state.client.invalidateQueries({ queryKey: ['pipelines'] })
  expect(await screen.findByText(/Xu Jing changed these stages/)).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Max days' })).toHaveValue('3')
  await user.click(screen.getByRole('button', { name: 'Keep mine' }))
  await waitFor(() => expect(state.sent.saved).toHaveLength(1), { timeout: 8000 })
  expect(order()).not.toContain('Theirs')
})
