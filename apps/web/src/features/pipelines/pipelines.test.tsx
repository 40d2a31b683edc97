/** The console as a person meets it: stages, publishing, criteria, and what is kept. */
import { pipeline as pipelineSchema } from '@rapport/domain/features/pipelines/pipelines.ts'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { server } from '../../test/server.ts'
import { answerConsole, at, order, previewOf, ready, show, stages, start, state, uuid } from './a-console.tsx'
import { blankCriterion } from './draft-parts.ts'
import type { DraftBody } from './pipelines.queries.ts'

answerConsole()

it('answers as the contract says', () => {
  expect(pipelineSchema.safeParse(start).error).toBeUndefined()
})

it('adds a stage by keyboard, moves it up, saves it in a pause and publishes it with a reason', async () => {
  const user = show()
  await ready()
  screen.getByRole('button', { name: 'Add stage' }).focus()
  await user.keyboard('{Enter}')
  const name = await screen.findByRole('textbox', { name: 'Name' })
  await waitFor(() => expect(name).toHaveFocus())
  await user.keyboard('Survey')
  const rows = within(screen.getByRole('list', { name: 'Order of stages' }))
  rows.getByRole('button', { name: /Survey/ }).focus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  expect(order()).toEqual(['Contact', 'Survey', 'Quote'])
  await waitFor(() => expect(state.sent.saved).toHaveLength(1), { timeout: 8000 })
  expect(state.sent.saved[0]?.stages[1]).not.toHaveProperty('id')
  expect(state.sent.saved[0]?.stages.map(({ label }) => label.en)).toEqual([
    'Contact',
    'Survey',
    'Quote',
    'Won',
    'Lost',
  ])
  // Being saved takes the focus from nothing.
  expect(rows.getByRole('button', { name: /Survey/ })).toHaveFocus()
  await user.click(await screen.findByRole('button', { name: 'Publish version 2' }))
  await user.type(await screen.findByRole('textbox', { name: 'Reason for the change' }), 'Survey first')
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Publish version 2' }))
  await waitFor(() => expect(state.sent.published).toEqual([{ reason: 'Survey first' }]))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Unpublished changes' })).toBeNull())
})

it('asks where the deals of a removed stage go, and publishes nothing before it knows', async () => {
  const user = show()
  await ready()
  await user.click(screen.getByRole('button', { name: /Quote/ }))
  await user.click(screen.getByRole('button', { name: 'Remove Quote' }))
  const removed = await screen.findByRole('region', { name: /Quote/ })
  expect(await within(removed).findByRole('alert')).toHaveTextContent('"Quote" has 5 deals')
  await user.click(screen.getByRole('button', { name: 'Publish version 2' }))
  expect(state.sent.published).toEqual([])
  await user.click(within(removed).getByRole('button', { name: /Deals of Quote move to/ }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Contact' }))
  await waitFor(() => expect(state.sent.previewed.at(-1)?.mapping).toEqual({ [uuid(2)]: uuid(1) }))
  expect(await screen.findByText('Publishing moves 5 deals to “Contact”.')).toBeVisible()
})

it('keeps what was typed over a reload, and says at the field what the server refuses', async () => {
  const refused = {
    status: 400,
    code: 'request.invalid',
    title: 'Not valid',
    detail: 'See the fields',
    errors: [{ path: 'draft.stages.0.maxDays', code: 'number.range', message: 'Too long for us' }],
  }
  server.use(
    http.post(at('/pipelines/:id/preview'), async ({ request }) => {
      const { draft } = (await request.json()) as { draft: DraftBody }
      if (draft.stages[0]?.maxDays !== 45) return HttpResponse.json(previewOf(draft))
      return HttpResponse.json(refused, { status: 400, headers: { 'content-type': 'application/problem+json' } })
    }),
  )
  const user = show()
  await ready()
  await user.type(screen.getByRole('textbox', { name: 'Max days' }), '45')
  expect(await screen.findAllByText('Too long for us')).not.toHaveLength(0)
  expect(screen.getByRole('textbox', { name: 'Max days' })).toBeInvalid()
  await user.clear(screen.getByRole('textbox', { name: 'Name' }))
  expect(await screen.findAllByText('Required')).not.toHaveLength(0)
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeInvalid()
  cleanup()
  show()
  await ready()
  expect(screen.getByRole('textbox', { name: 'Max days' })).toHaveValue('45')
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('')
  expect(state.sent.saved).toEqual([])
})

it('says a criterion as a sentence whose words can be changed', async () => {
  state.now = {
    ...start,
    stages: stages.map((one, at) =>
      at === 0 ? { ...one, criteria: [{ ...blankCriterion('entry', 'contactRole'), id: uuid(50) }] } : one,
    ),
  }
  const user = show()
  await ready()
  const entry = await screen.findByRole('region', { name: 'To enter' })
  expect(entry).toHaveTextContent('At leastdecideramong the contacts')
  await user.click(within(entry).getByRole('button', { name: 'Role: decider' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'evaluator' }))
  await user.clear(within(entry).getByRole('textbox', { name: 'How many' }))
  await user.type(within(entry).getByRole('textbox', { name: 'How many' }), '2')
  await waitFor(() =>
    expect(state.sent.previewed.at(-1)?.stages[0]?.criteria).toMatchObject([
      { id: uuid(50), params: { role: 'evaluator' } },
    ]),
  )
})
