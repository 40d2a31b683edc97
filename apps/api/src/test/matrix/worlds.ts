/**
 * One world for each noun: how a record of it comes to be, what may be written to it, and where its canary shows. A noun
 * that has routes and no world here fails the matrix.
 */
import { completeDraft } from '@rapport/domain/features/pipelines/complete-draft.ts'
import { stagesDraft } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { PrismaClient } from '@rapport/prisma'
import { aCompetitor } from '@rapport/prisma/factories/competitors.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aDictionary, aDictionaryItem } from '@rapport/prisma/factories/dictionaries.ts'
import { anExchangeRate } from '@rapport/prisma/factories/exchange-rates.ts'
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { anApiKey } from '@rapport/prisma/factories/api-keys.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aJob } from '@rapport/prisma/factories/jobs.ts'
import { anImport } from '@rapport/prisma/factories/imports.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aProduct } from '@rapport/prisma/factories/products.ts'
import { aSavedView } from '@rapport/prisma/factories/saved-views.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import type { Owner } from './people.ts'

/** `customerOwner` owns the customer that a child hangs on. */
export type Given = Owner & { canary: string; deletedAt: Date | null; customerOwner: Owner }
export type World = {
  /** Queries of routes beside the list, where the schema's sample names nothing that exists. */
  asides?: Record<string, (prisma: PrismaClient) => Promise<string>>
  /** What must be true of the record before a command, by its last path segment. */
  prepare?: Record<string, (prisma: PrismaClient, id: string) => Promise<unknown>>
  /** Rows without owner: the company's, seen by all who may read the noun. */
  open?: true
  /** Its owner's alone: no right reaches further. */
  personal?: true
  /** Hangs on a customer, whose readers see it too. */
  child?: true
  /** No trash: the relation does not exist. */
  lasting?: true
  /** A record with the canary in it; its id. */
  make: (prisma: PrismaClient, given: Given) => Promise<string>
  /** Makes a record that refers to this one, so that it is reached from there. */
  refer?: (prisma: PrismaClient, id: string, owner: Owner) => Promise<unknown>
  /** The filterable field that holds the canary. */
  canaryField?: string
  /** What a bulk change sets. */
  bulk?: object
  draft: (prisma: PrismaClient, canary: string, asker: Owner) => Promise<object>
  patch?: (canary: string) => object
  /** Bodies of commands by their last path segment; version alone unless named. `heirId` is somebody else than the owner. */
  commands?: Record<string, (prisma: PrismaClient, about: { id: string; heirId: string }) => Promise<object>>
}

const label = (text: string) => ({ zh: text, en: text })
const trashed = ({ deletedAt }: Given) => (deletedAt ? { deletedAt } : {})
const aCustomerOf = async (prisma: PrismaClient, { customerOwner }: Given) =>
  (await aCustomer(prisma, { ...customerOwner })).id

const stageOf = async (prisma: PrismaClient, opportunityId: string, phase: string): Promise<string> => {
  const { pipelineId } = await prisma.opportunity.findUniqueOrThrow({ where: { id: opportunityId } })
  return (await prisma.stage.findFirstOrThrow({ where: { pipelineId, phase } })).id
}
const close = async (prisma: PrismaClient, id: string) => {
  const stageId = await stageOf(prisma, id, 'lost')
  await prisma.opportunity.update({ where: { id }, data: { stageId, phase: 'lost', closedAt: new Date() } })
}
const anItem = async (prisma: PrismaClient, of: string) => (await aDictionaryItem(prisma, { of })).id
const inState = (status: string) => (prisma: PrismaClient, id: string) =>
  prisma.user.update({ where: { id }, data: { status } })

const stagesAsSent = () => ({
  stages: (['open', 'won', 'lost'] as const).map((phase) => ({
    label: label(phase),
    phase,
    ...(phase === 'open' && { probability: '0.5' }),
  })),
})
// The draft changes a stage that is there, and leaves the others out: nothing stands in them yet.
const keepDraft = (prisma: PrismaClient, id: string) => {
  const ids = Array.from({ length: 3 }, () => crypto.randomUUID())
  const draft = completeDraft(stagesDraft.parse(stagesAsSent()), ids, () => undefined)
  return prisma.pipeline.update({
    where: { id },
    data: { draft: structuredClone(draft) as object, draftAt: new Date() },
  })
}

// A rate is one of a day; each gets a day of its own.
let day = Date.UTC(1990, 0, 1)
const nextDay = () => new Date((day += 86_400_000)).toISOString().slice(0, 10)

export const worlds: Record<string, World> = {
  customers: {
    bulk: { language: 'en' },
    make: async (prisma, given) => {
      const { ownerId, teamId, canary } = given
      return (
        await aCustomer(prisma, { name: canary, note: canary, taxNo: canary, ownerId, teamId, ...trashed(given) })
      ).id
    },
    refer: (prisma, customerId, owner) => anOpportunity(prisma, { ...owner, customerId }),
    canaryField: 'name',
    draft: async (prisma, canary) => ({ kind: 'company', name: canary, sourceId: (await aSource(prisma)).id }),
    patch: (canary) => ({ name: canary }),
    commands: { transfer: async (_, { heirId }) => ({ ownerId: heirId }) },
  },
  contacts: {
    bulk: { language: 'en' },
    child: true,
    make: async (prisma, given) => {
      const { ownerId, teamId, canary } = given
      const customerIds = [await aCustomerOf(prisma, given)]
      return (await aContact(prisma, { name: canary, wechat: canary, ownerId, teamId, customerIds, ...trashed(given) }))
        .id
    },
    canaryField: 'name',
    draft: async (_, canary) => ({ name: canary }),
    patch: (canary) => ({ name: canary }),
  },
  products: {
    bulk: { unit: 'kg' },
    open: true,
    make: async (prisma, given) =>
      (
        await aProduct(prisma, {
          code: given.canary,
          label: label(given.canary),
          searchText: given.canary,
          ...trashed(given),
        })
      ).id,
    canaryField: 'code',
    draft: async (_, canary) => ({ code: canary, label: label(canary) }),
    patch: (canary) => ({ label: label(canary) }),
  },
  sources: {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aSource(prisma, { code: canary, label: label(canary) })).id,
    canaryField: 'code',
    draft: async (_, canary) => ({ code: canary, label: label(canary), kind: 'web' }),
    patch: (canary) => ({ label: label(canary) }),
  },
  competitors: {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aCompetitor(prisma, { name: canary })).id,
    canaryField: 'name',
    draft: async (_, canary) => ({ name: canary }),
    patch: (canary) => ({ name: canary }),
  },
  dictionaries: {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aDictionary(prisma, { code: canary, label: label(canary) })).id,
    canaryField: 'code',
    draft: async (_, canary) => ({ code: canary, label: label(canary) }),
    patch: (canary) => ({ label: label(canary) }),
    commands: {
      reorder: async (prisma, { id }) => ({ itemIds: [(await aDictionaryItem(prisma, { dictionaryId: id })).id] }),
    },
  },
  'dictionary-items': {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aDictionaryItem(prisma, { code: canary, label: label(canary) })).id,
    canaryField: 'code',
    draft: async (prisma, canary) => ({
      dictionaryId: (await aDictionary(prisma)).id,
      code: canary,
      label: label(canary),
    }),
    patch: (canary) => ({ label: label(canary) }),
  },
  'exchange-rates': {
    open: true,
    lasting: true,
    make: async (prisma) => (await anExchangeRate(prisma, { currency: 'USD', date: nextDay(), rate: '7.1' })).id,
    draft: async () => ({ currency: 'USD', date: nextDay(), rate: '7.1' }),
  },
  pipelines: {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aPipeline(prisma, { label: label(canary) })).id,
    canaryField: 'label',
    draft: async (_, canary) => ({ label: label(canary), currency: 'CNY' }),
    patch: (canary) => ({ label: label(canary) }),
    commands: {
      'save-draft': async () => ({ draft: stagesAsSent() }),
      preview: async () => ({ draft: stagesAsSent() }),
    },
    prepare: { publish: keepDraft, 'discard-draft': keepDraft },
  },
  opportunities: {
    bulk: { startedAt: '2026-02-03' },
    child: true,
    make: async (prisma, given) => {
      const { ownerId, teamId, canary } = given
      const customerId = await aCustomerOf(prisma, given)
      return (
        await anOpportunity(prisma, { name: canary, need: canary, customerId, ownerId, teamId, ...trashed(given) })
      ).id
    },
    canaryField: 'name',
    draft: async (prisma, canary, { ownerId, teamId }) => ({
      name: canary,
      customerId: (await aCustomer(prisma, { ownerId, teamId })).id,
      pipelineId: (await aPipeline(prisma)).id,
    }),
    patch: (canary) => ({ name: canary }),
    commands: {
      transfer: async (_, { heirId }) => ({ ownerId: heirId }),
      move: async (prisma, { id }) => ({ stageId: await stageOf(prisma, id, 'commit') }),
      lose: async (prisma) => ({ reasonId: await anItem(prisma, 'loseReason') }),
      reopen: async (prisma, { id }) => ({ reason: 'canary', stageId: await stageOf(prisma, id, 'open') }),
      'change-pipeline': async (prisma) => {
        const { id: pipelineId, stages } = await aPipeline(prisma)
        return { pipelineId, stageId: stages[0]!.id, reason: 'canary' }
      },
      'undo-move': async (prisma, { id }) => ({
        moveId: (await prisma.stageMove.findFirstOrThrow({ where: { opportunityId: id } })).id,
      }),
    },
    prepare: { reopen: close },
    asides: { '/opportunities/board': async (prisma) => `?pipelineId=${(await aPipeline(prisma)).id}` },
  },
  activities: {
    child: true,
    make: async (prisma, given) => {
      const { ownerId, teamId, canary } = given
      const customerId = await aCustomerOf(prisma, given)
      return (
        await anActivity(prisma, { subject: canary, body: canary, customerId, ownerId, teamId, ...trashed(given) })
      ).id
    },
    canaryField: 'subject',
    draft: async (prisma, canary, { ownerId, teamId }) => ({
      kind: 'call',
      subject: canary,
      customerId: (await aCustomer(prisma, { ownerId, teamId })).id,
    }),
    patch: (canary) => ({ subject: canary }),
    commands: {
      complete: async (prisma) => ({ outcomeId: await anItem(prisma, 'outcome') }),
      defer: async () => ({ plannedStart: '2030-01-01T08:00:00Z' }),
    },
  },
  users: {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aUser(prisma, { name: canary, lastSeenAt: null })).id,
    canaryField: 'name',
    draft: async (_, canary) => ({ name: canary, email: `${canary}@example.com` }),
    patch: (canary) => ({ name: canary }),
    prepare: { invite: inState('invited'), reactivate: inState('suspended') },
  },
  teams: {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aTeam(prisma, { label: label(canary) })).id,
    canaryField: 'label',
    draft: async (_, canary) => ({ label: label(canary) }),
    patch: (canary) => ({ label: label(canary) }),
  },
  roles: {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aRole(prisma, { label: label(canary) })).id,
    canaryField: 'label',
    draft: async (_, canary) => ({ label: label(canary) }),
    patch: (canary) => ({ label: label(canary) }),
  },
  'api-keys': {
    lasting: true,
    make: async (prisma, { ownerId, canary }) => (await anApiKey(prisma, ownerId, { label: canary })).row.id,
    canaryField: 'label',
    draft: async (_, canary) => ({ label: canary, fullAccess: true }),
    patch: (canary) => ({ label: canary }),
  },
  imports: {
    lasting: true,
    make: async (prisma, { ownerId, canary }) =>
      (await anImport(prisma, { ownerId, fileName: canary, status: 'mapped' })).id,
    canaryField: 'fileName',
    draft: async (_, canary) => {
      const form = new FormData()
      form.set('entity', 'customers')
      form.set('file', new Blob([`name\n${canary}\n`]), `${canary}.csv`)
      return form
    },
    patch: () => ({ history: false }),
  },
  'saved-views': {
    personal: true,
    lasting: true,
    make: async (prisma, { ownerId, canary }) => {
      const filter = { field: 'name', op: 'eq', value: canary }
      return (await aSavedView(prisma, { entity: 'customers', label: canary, filter, createdById: ownerId })).id
    },
    canaryField: 'label',
    draft: async (_, canary) => ({ entity: 'customers', label: canary }),
    patch: (canary) => ({ label: canary }),
  },
  jobs: {
    personal: true,
    lasting: true,
    make: async (prisma, { ownerId, canary }) => (await aJob(prisma, { ownerId, title: canary })).id,
    canaryField: 'title',
    draft: async () => ({}),
  },
  reports: { open: true, make: async () => '', draft: async () => ({}) },
}

export const aCanary = (): string => unique('canary-')
