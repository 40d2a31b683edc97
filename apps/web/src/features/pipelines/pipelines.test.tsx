/** The console as a person meets it; the API is answered by hand, shaped by the contract. */
import { MantineProvider } from '@mantine/core'
import { pipeline as pipelineSchema } from '@rapport/domain/features/pipelines/pipelines.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { ConfirmHost } from '../../ui/confirm.tsx'
import { Toasts } from '../../ui/toast.tsx'
import { blankCriterion, blankStage } from './draft-parts.ts'
import type { DraftBody, Pipeline, Stage } from './pipelines.queries.ts'
import PipelinesPage from './pipelines-page.tsx'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const stage = (n: number, en: string, phase: Stage['phase'], deals = 0) => ({
  ...blankStage({ stages: [], mapping: {} }, { zh: en, en }),
  id: uuid(n),
  phase,
  deals,
})
const published = [
  stage(1, 'Contact', 'open', 2),
  stage(2, 'Quote', 'open', 5),
  stage(3, 'Won', 'won'),
  stage(4, 'Lost', 'lost'),
]
const stages: Stage[] = published.map(({ deals: _deals, ...one }) => one)

const start = {
  id: uuid(100),
  version: 4,
  label: { zh: '标准', en: 'Standard' },
  currency: 'CNY',
  isDefault: true,
  teamIds: [],
  winNeedsOrder: false,
  publishedVersion: 1,
  draftAt: null,
  archivedAt: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  createdById: null,
  updatedById: null,
  can: { edit: true, archive: true, publish: false, delete: false },
  stages,
  draft: null,
  draftBy: null,
} as unknown as Pipeline

let now: Pipeline
let sent: { previewed: DraftBody[]; saved: DraftBody[]; published: unknown[] }

/** The stages as the server completes them: with ids, and words for criteria. */
const completed = (draft: DraftBody): Stage[] =>
  draft.stages.map((one, at) => ({ ...one, id: one.id ?? uuid(500 + at) })) as Stage[]

const stock = (count: number) => ({ count, baseAmount: '0', weightedBase: '0' })

function previewOf(draft: DraftBody) {
  const after = completed(draft)
  const gone = published.filter(({ id, deals }) => deals > 0 && !after.some((one) => one.id === id))
  const unmapped = gone.filter(({ id }) => !draft.mapping?.[id])
  return {
    draft: { stages: after, mapping: draft.mapping ?? {} },
    stages: [...after, ...gone].map(({ id }) => {
      const deals = published.find((one) => one.id === id)?.deals ?? 0
      return { stageId: id, before: stock(deals), after: stock(deals) }
    }),
    moves: gone.map(({ id, deals }) => ({
      fromId: id,
      toId: draft.mapping?.[id] ?? null,
      count: deals,
      baseAmount: '0',
    })),
    fits: [],
    changes:
      after.length === stages.length ? [] : [{ kind: 'added', stageId: uuid(1), text: { zh: '变', en: 'Something' } }],
    problems: unmapped.map(({ id, deals }) => ({
      code: 'stage.mapping_required',
      faults: [{ path: `draft.mapping.${id}`, code: 'stage.mapping', params: { stage: '', stageEn: 'Quote', deals } }],
    })),
  }
}

const at = (path: string) => `http://rapport.test/api/v1${path}`
const drafted = (draft: DraftBody) =>
  ({
    ...now,
    version: now.version + 1,
    draftAt: `2026-11-02T00:00:0${now.version}.000Z`,
    draft: { stages: completed(draft), mapping: draft.mapping ?? {} },
  }) as Pipeline

// Dialogs are loaded when first asked for, which takes its time beside other tests.
beforeAll(() => {
  configure({ asyncUtilTimeout: 8000 })
  return loadTexts('pipelines')
})
beforeEach(() => {
  now = start
  sent = { previewed: [], saved: [], published: [] }
  server.use(
    http.get(at('/pipelines'), () => HttpResponse.json({ items: [now], nextCursor: null, total: null })),
    http.get(at('/pipelines/:id'), () => HttpResponse.json(now)),
    http.get(at('/pipelines/:id/versions'), () => HttpResponse.json({ items: [] })),
    http.get(at('/opportunities'), () => HttpResponse.json({ items: [], nextCursor: null, total: null })),
    http.post(at('/pipelines/:id/preview'), async ({ request }) => {
      const { draft } = (await request.json()) as { draft: DraftBody }
      sent.previewed.push(draft)
      return HttpResponse.json(previewOf(draft))
    }),
    http.post(at('/pipelines/:id/save-draft'), async ({ request }) => {
      const { draft } = (await request.json()) as { draft: DraftBody }
      sent.saved.push(draft)
      now = drafted(draft)
      return HttpResponse.json(now)
    }),
    http.post(at('/pipelines/:id/publish'), async ({ request }) => {
      sent.published.push(await request.json())
      now = {
        ...now,
        version: now.version + 1,
        publishedVersion: 2,
        draft: null,
        draftAt: null,
        stages: now.draft?.stages,
      } as Pipeline
      return HttpResponse.json(now)
    }),
  )
})

let client: ReturnType<typeof makeQueryClient>

function show() {
  client = makeQueryClient()
  const router = createMemoryRouter([{ path: '/', element: <PipelinesPage /> }])
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <ConfirmHost />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return userEvent.setup()
}

const order = () =>
  within(screen.getByRole('list', { name: 'Order of stages' }))
    .getAllByRole('button')
    .map((row) => row.querySelector('b')?.textContent)
const ready = () => screen.findByRole('list', { name: 'Order of stages' })

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
  await waitFor(() => expect(sent.saved).toHaveLength(1), { timeout: 8000 })
  expect(sent.saved[0]?.stages[1]).not.toHaveProperty('id')
  expect(sent.saved[0]?.stages.map(({ label }) => label.en)).toEqual(['Contact', 'Survey', 'Quote', 'Won', 'Lost'])
  // Being saved takes the focus from nothing.
  expect(rows.getByRole('button', { name: /Survey/ })).toHaveFocus()
  await user.click(await screen.findByRole('button', { name: 'Publish version 2' }))
  await user.type(await screen.findByRole('textbox', { name: 'Reason for the change' }), 'Survey first')
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Publish version 2' }))
  await waitFor(() => expect(sent.published).toEqual([{ reason: 'Survey first' }]))
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
  expect(sent.published).toEqual([])
  await user.click(within(removed).getByRole('button', { name: /Deals of Quote move to/ }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Contact' }))
  await waitFor(() => expect(sent.previewed.at(-1)?.mapping).toEqual({ [uuid(2)]: uuid(1) }))
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
  expect(sent.saved).toEqual([])
})

it('shows both when somebody else was faster, and lets one choose', async () => {
  server.use(
    http.post(at('/pipelines/:id/save-draft'), () => {
      now = {
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
  now = {
    ...drafted({ stages: [...stages, stage(9, 'Theirs', 'open')] as DraftBody['stages'] }),
    draftBy: { id: uuid(7), label: 'Xu Jing' },
  }
  // What the stream of events does.
  await client.invalidateQueries({ queryKey: ['pipelines'] })
  expect(await screen.findByText('Xu Jing has just changed this draft')).toBeVisible()
  expect(order()).toContain('Theirs')
})

it('keeps what is being typed when somebody else changes the draft meanwhile', async () => {
  const user = show()
  await ready()
  await user.type(screen.getByRole('textbox', { name: 'Max days' }), '3')
  now = {
    ...drafted({ stages: [...stages, stage(9, 'Theirs', 'open')] as DraftBody['stages'] }),
    draftBy: { id: uuid(7), label: 'Xu Jing' },
  }
  await client.invalidateQueries({ queryKey: ['pipelines'] })
  expect(await screen.findByText(/Xu Jing changed these stages/)).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Max days' })).toHaveValue('3')
  await user.click(screen.getByRole('button', { name: 'Keep mine' }))
  await waitFor(() => expect(sent.saved).toHaveLength(1), { timeout: 8000 })
  expect(order()).not.toContain('Theirs')
})

it('says a criterion as a sentence whose words can be changed', async () => {
  now = {
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
    expect(sent.previewed.at(-1)?.stages[0]?.criteria).toMatchObject([{ id: uuid(50), params: { role: 'evaluator' } }]),
  )
})
