/** What the company keeps for everybody. */
import { completeDraft } from '@rapport/domain/features/pipelines/complete-draft.ts'
import { stagesDraft } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { PrismaClient } from '@rapport/prisma'
import { aDictionary, aDictionaryItem } from '@rapport/prisma/factories/dictionaries.ts'
import { anExchangeRate } from '@rapport/prisma/factories/exchange-rates.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { label, type World } from './world.ts'

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

export const settingsWorlds: Record<string, World> = {
  sources: {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aSource(prisma, { code: canary, label: label(canary) })).id,
    canaryField: 'code',
    draft: async (_, canary) => ({ code: canary, label: label(canary), kind: 'web' }),
    patch: (canary) => ({ label: label(canary) }),
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
  reports: { open: true, make: async () => '', draft: async () => ({}) },
}
