/** The console over an API that is answered by hand, shaped by the contract. */
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, beforeEach } from 'vitest'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { ConfirmHost } from '../../ui/confirm.tsx'
import { Toasts } from '../../ui/toast.tsx'
import { blankStage } from './draft-parts.ts'
import type { DraftBody, Pipeline, Stage } from './pipelines.queries.ts'
import PipelinesPage from './pipelines-page.tsx'

export const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const stage = (n: number, en: string, phase: Stage['phase'], deals = 0) => ({
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
export const stages: Stage[] = published.map(({ deals: _deals, ...one }) => one)

export const start = {
  id: uuid(100),
  version: 4,
  label: { zh: 'Standard', en: 'Standard' },
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

type Sent = { previewed: DraftBody[]; saved: DraftBody[]; published: unknown[] }

/** What the server holds now, what it was sent, and the cache of the screen. */
export const state = {
  now: start,
  sent: { previewed: [], saved: [], published: [] } as Sent,
  client: makeQueryClient(),
}

/** The stages as the server completes them: with ids, and words for criteria. */
const completed = (draft: DraftBody): Stage[] =>
  draft.stages.map((one, at) => ({ ...one, id: one.id ?? uuid(500 + at) })) as Stage[]

const stock = (count: number) => ({ count, baseAmount: '0', weightedBase: '0' })

export function previewOf(draft: DraftBody) {
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
      after.length === stages.length
        ? []
        : [{ kind: 'added', stageId: uuid(1), text: { zh: 'Something', en: 'Something' } }],
    problems: unmapped.map(({ id, deals }) => ({
      code: 'stage.mapping_required',
      faults: [{ path: `draft.mapping.${id}`, code: 'stage.mapping', params: { stage: '', stageEn: 'Quote', deals } }],
    })),
  }
}

export const at = (path: string) => `http://rapport.test/api/v1${path}`
export const drafted = (draft: DraftBody) =>
  ({
    ...state.now,
    version: state.now.version + 1,
    draftAt: `2026-11-02T00:00:0${state.now.version}.000Z`,
    draft: { stages: completed(draft), mapping: draft.mapping ?? {} },
  }) as Pipeline

/** Answers a console with one pipeline before each test. */
export function answerConsole(): void {
  beforeAll(() => loadTexts('pipelines'))
  beforeEach(() => {
    state.now = start
    state.sent = { previewed: [], saved: [], published: [] }
    server.use(
      http.get(at('/pipelines'), () => HttpResponse.json({ items: [state.now], nextCursor: null, total: null })),
      http.get(at('/pipelines/:id'), () => HttpResponse.json(state.now)),
      http.get(at('/pipelines/:id/versions'), () => HttpResponse.json({ items: [] })),
      http.get(at('/opportunities'), () => HttpResponse.json({ items: [], nextCursor: null, total: null })),
      http.post(at('/pipelines/:id/preview'), async ({ request }) => {
        const { draft } = (await request.json()) as { draft: DraftBody }
        state.sent.previewed.push(draft)
        return HttpResponse.json(previewOf(draft))
      }),
      http.post(at('/pipelines/:id/save-draft'), async ({ request }) => {
        const { draft } = (await request.json()) as { draft: DraftBody }
        state.sent.saved.push(draft)
        state.now = drafted(draft)
        return HttpResponse.json(state.now)
      }),
      http.post(at('/pipelines/:id/publish'), async ({ request }) => {
        state.sent.published.push(await request.json())
        state.now = {
          ...state.now,
          version: state.now.version + 1,
          publishedVersion: 2,
          draft: null,
          draftAt: null,
          stages: state.now.draft?.stages,
        } as Pipeline
        return HttpResponse.json(state.now)
      }),
    )
  })
}

export function show() {
  state.client = makeQueryClient()
  const router = createMemoryRouter([{ path: '/', element: <PipelinesPage /> }])
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={state.client}>
        <RouterProvider router={router} />
        <ConfirmHost />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return userEvent.setup()
}

export const order = () =>
  within(screen.getByRole('list', { name: 'Order of stages' }))
    .getAllByRole('button')
    .map((row) => row.querySelector('b')?.textContent)
export const ready = () => screen.findByRole('list', { name: 'Order of stages' })
