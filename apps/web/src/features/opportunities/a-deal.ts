/** A deal for tests of screens, as the API would answer it, and the API that answers it. */
import { http, HttpResponse } from 'msw'
import { server } from '../../test/server.ts'
import type { Opportunity } from './opportunities.queries.ts'

export const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const at = (path: string) => `http://rapport.test/api/v1${path}`
export const pageOf = (items: object[]) => ({
  items,
  nextCursor: null,
  total: { value: items.length, exact: true },
})

const ref = (n: number, label: string) => ({ id: uuid(n), label })
const stage = (n: number, en: string) => ({ id: uuid(n), label: { zh: en, en } })

const facts = {
  id: uuid(1),
  version: 3,
  number: 'OPP-2026-000001',
  name: 'Pure water',
  customerId: uuid(2),
  customer: ref(2, 'Luyu'),
  customerTier: 'new',
  pipelineId: uuid(3),
  pipeline: stage(3, 'Standard'),
  stageId: uuid(4),
  stage: stage(4, 'Proposal'),
  phase: 'open',
  amount: '200.00',
  currency: 'CNY',
  rate: '1',
  baseAmount: '200.00',
  margin: null,
  probability: '0.5',
  probabilityManual: false,
  weightedBase: '100.00',
  forecastCategory: 'best',
  ownerId: uuid(5),
  owner: ref(5, 'Lin'),
  teamId: null,
  team: null,
  sourceId: null,
  source: null,
  productIds: [uuid(6)],
  need: null,
  reasonId: null,
  reason: null,
  reasonNote: null,
  tags: [],
  daysInStage: 2,
  rotting: false,
  pushCount: 0,
  pushedDays: 0,
  expectedCloseAt: null,
}

const lists = {
  lines: [
    {
      id: uuid(7),
      productId: uuid(6),
      product: ref(6, 'Pump'),
      description: null,
      quantity: '2',
      unitPrice: '100',
      discount: '0',
      net: '200.00',
    },
  ],
  contacts: [],
  competitors: [],
  can: {
    edit: true,
    move: true,
    close: true,
    reopen: false,
    override: false,
    transfer: true,
    share: true,
    delete: true,
  },
}

export const aDeal = (given: Partial<Opportunity> = {}): Opportunity =>
  ({ ...facts, ...lists, ...given }) as unknown as Opportunity

/** What the API was asked to change, in order. */
export type Sent = { body: Record<string, unknown>; version: string | null }[]

/** Answers the deal, the products, contacts and competitors one may choose, and takes changes as the server would. */
export function answerDeal(deal: Opportunity) {
  const sent: Sent = []
  const state = { deal }
  const product = { id: uuid(6), code: 'P', label: { zh: 'Pump', en: 'Pump' }, listPrice: '100', currency: 'CNY' }
  const filter = { ...product, id: uuid(8), label: { zh: 'Filter', en: 'Filter' }, listPrice: '33.3333' }
  const contact = { id: uuid(9), name: 'Su Cheng' }
  server.use(
    http.get(at('/opportunities/:id'), () => HttpResponse.json(state.deal)),
    http.get(at('/products'), () => HttpResponse.json(pageOf([product, filter]))),
    http.get(at('/products/:id'), ({ params }) => HttpResponse.json(params['id'] === uuid(6) ? product : filter)),
    http.get(at('/contacts'), () => HttpResponse.json(pageOf([contact]))),
    http.get(at('/contacts/:id'), () => HttpResponse.json(contact)),
    http.get(at('/competitors'), () => HttpResponse.json(pageOf([]))),
    http.get(at('/competitors/:id'), ({ params }) => HttpResponse.json({ id: params['id'], name: 'Lanyu' })),
    http.patch(at('/opportunities/:id'), async ({ request }) => {
      const body = (await request.json()) as Record<string, unknown>
      sent.push({ body, version: request.headers.get('if-match') })
      state.deal = { ...state.deal, version: state.deal.version + 1 }
      return HttpResponse.json(state.deal)
    }),
  )
  return { sent, state }
}

/** A refusal of the server, worded. */
export const refusal = (status: number, code: string, detail: string, errors: object[] = []) =>
  HttpResponse.json(
    { status, code, title: detail, detail, errors },
    { status, headers: { 'content-type': 'application/problem+json' } },
  )
