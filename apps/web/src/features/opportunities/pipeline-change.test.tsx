/** A deal that goes on in another pipeline, as a person does it; the API is answered by hand, shaped by the contract. */
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { useState } from 'react'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { aDeal, answerDeal, at, pageOf, uuid } from './a-deal.ts'
import { DealQuestion } from './deal-question.tsx'
import type { Opportunity } from './opportunities.queries.ts'
import PipelineChange from './pipeline-change.tsx'

beforeAll(() => loadTexts('opportunities'))

const label = (en: string) => ({ zh: en, en })
const stage = (n: number, en: string, phase: string) => ({ id: uuid(n), label: label(en), phase })
const standard = { id: uuid(3), label: label('Standard'), publishedVersion: 1, stages: [] }
const projects = {
  id: uuid(20),
  label: label('Projects'),
  publishedVersion: 2,
  stages: [stage(21, 'Tender', 'open'), stage(22, 'Contract', 'commit'), stage(23, 'Won', 'won')],
}
const drafted = { id: uuid(30), label: label('Never published'), publishedVersion: 0, stages: [] }
const unmet = [
  { criterionId: uuid(40), stageId: uuid(22), label: label('Need is known'), missing: label('Need is empty') },
]

function Place({ deal }: { deal: Opportunity }) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Open
      </button>
      {opened && <PipelineChange deal={deal} onClose={() => setOpened(false)} />}
    </>
  )
}

/** The panel over a server that asks for a criterion before “Contract”, which a reason can stand in for. */
async function open(override = false) {
  const deal = aDeal({ can: { ...aDeal().can, override } })
  answerDeal(deal)
  const sent: { what: string; body: Record<string, unknown>; version: string | null }[] = []
  const note = async (what: string, request: Request) => {
    const body = (await request.json()) as Record<string, unknown>
    sent.push({ what, body, version: request.headers.get('if-match') })
    return body
  }
  server.use(
    http.get(at('/pipelines'), () => HttpResponse.json(pageOf([standard, projects, drafted]))),
    http.get(at('/pipelines/:id'), () => HttpResponse.json(projects)),
    http.get(at('/opportunities/:id/stage-moves'), () => HttpResponse.json({ items: [{ id: uuid(50) }] })),
    http.post(at('/opportunities/:id/change-pipeline'), async ({ request }) => {
      const body = await note('change', request)
      if (body['stageId'] !== uuid(22) || body['override'])
        return HttpResponse.json({ ...deal, version: 4, pipelineId: body['pipelineId'], stageId: body['stageId'] })
      const refused = {
        status: 422,
        code: 'stage.criteria_unmet',
        title: 'Not yet',
        detail: 'One condition is not met.',
      }
      return HttpResponse.json(
        { ...refused, params: { count: 1, unmet } },
        { status: 422, headers: { 'content-type': 'application/problem+json' } },
      )
    }),
    http.post(at('/opportunities/:id/undo-move'), async ({ request }) => {
      await note('undo', request)
      return HttpResponse.json({ ...deal, version: 5 })
    }),
  )
  render(
    <Providers client={makeQueryClient()}>
      <Place deal={deal} />
      <DealQuestion />
    </Providers>,
  )
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Open' }))
  return { user, sent }
}

const LOADING = { timeout: 8000 }
const box = (name: string) => screen.findByRole('combobox', { name }, LOADING)
// Lists stand beside the panel, which hides what is not in it from who asks by role.
const option = (name: string) => screen.findByRole('option', { name, hidden: true })
const options = () => screen.getAllByRole('option', { hidden: true }).map(({ textContent }) => textContent)

async function choose(user: UserEvent, name: string, chosen: string) {
  await user.click(await box(name))
  await user.click(await option(chosen))
}

async function fill(user: UserEvent, stageName: string) {
  await choose(user, 'Pipeline', 'Projects')
  await waitFor(async () => expect(await box('Goes on at stage')).toBeEnabled())
  await choose(user, 'Goes on at stage', stageName)
  await user.type(screen.getByRole('textbox', { name: 'Why' }), 'Goes to tender')
  await user.click(screen.getByRole('button', { name: 'Change pipeline' }))
}

it('offers the other published pipelines, and of one chosen the stages that are open', async () => {
  const { user, sent } = await open()
  await user.click(await box('Pipeline'))
  await option('Projects')
  expect(options()).toEqual(['Projects'])
  await user.click(await option('Projects'))
  await user.click(await box('Goes on at stage'))
  await option('Tender')
  expect(options()).toEqual(['Projects', 'Tender', 'Contract'])
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Change pipeline' }))
  expect(await screen.findAllByText('Required')).toHaveLength(2)
  expect(sent).toEqual([])
})

it('sends where the deal goes on, with its version, and takes that back', async () => {
  const { user, sent } = await open()
  await fill(user, 'Tender')
  expect(await screen.findByText('Pure water is now in Projects')).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const body = { pipelineId: uuid(20), stageId: uuid(21), reason: 'Goes to tender' }
  expect(sent).toEqual([{ what: 'change', body, version: '"3"' }])
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(sent.at(-1)).toEqual({ what: 'undo', body: { moveId: uuid(50) }, version: '"4"' }))
})

it('names what is missing, moves nothing, and keeps what was chosen', async () => {
  const { user, sent } = await open()
  await fill(user, 'Contract')
  const question = await screen.findByRole('dialog', { name: /Pure water cannot/ }, LOADING)
  expect(within(question).getByRole('listitem')).toHaveTextContent('Need is knownNeed is empty')
  expect(within(question).queryByRole('textbox')).toBeNull()
  await user.click(within(question).getAllByRole('button', { name: 'Close' }).at(-1) as HTMLElement)
  expect(await screen.findByText('One condition is not met.')).toBeVisible()
  expect(await box('Goes on at stage')).toHaveValue('Contract')
  expect(screen.getByRole('textbox', { name: 'Why' })).toHaveValue('Goes to tender')
  expect(sent).toHaveLength(1)
})

it('lets who may go on with a reason for what is missing', async () => {
  const { user, sent } = await open(true)
  await fill(user, 'Contract')
  const question = await screen.findByRole('dialog', { name: /Pure water cannot/ }, LOADING)
  await user.type(within(question).getByRole('textbox'), 'The customer has signed')
  await user.click(within(question).getByRole('button', { name: 'Go on with this reason' }))
  expect(await screen.findByText('Pure water is now in Projects')).toBeVisible()
  expect(sent.at(-1)?.body).toMatchObject({ stageId: uuid(22), override: { reason: 'The customer has signed' } })
})
