/** The stages of a pipeline while they are edited. Every function answers a new draft; nothing here knows the screen. */
import type { Criterion, DraftBody, Pipeline, Stage } from './pipelines.queries.ts'
import { randomId } from '../../lib/random-id.ts'

export type Draft = { stages: Stage[]; mapping: Record<string, string> }

/** What has no id from the server yet has one of our own until it is saved. */
const NEW = 'new:'
export const isNew = (id: string): boolean => id.startsWith(NEW)
export const newId = (): string => NEW + randomId()
export const isEnd = ({ phase }: Pick<Stage, 'phase'>): boolean => phase === 'won' || phase === 'lost'

/** The draft on the server, or what is in force while there is none. */
export const storedDraft = ({ draft, stages = [] }: Pick<Pipeline, 'draft' | 'stages'>): Draft =>
  draft ?? { stages, mapping: {} }

export const sameDraft = (a: Draft, b: Draft): boolean => JSON.stringify(a) === JSON.stringify(b)

const known = (id: string) => (isNew(id) ? {} : { id })

const criterionBody = ({ id, label, ...criterion }: Criterion) => ({
  ...criterion,
  ...known(id),
  ...(label.zh && label.en && { label }),
})

/** As the contract takes it: without ids that only this screen knows. */
export const bodyOf = ({ stages, mapping }: Draft): DraftBody =>
  ({
    stages: stages.map(({ id, criteria, allowedNextIds, ...stage }) => ({
      ...stage,
      ...known(id),
      allowedNextIds: allowedNextIds.filter((next) => !isNew(next)),
      criteria: criteria.map(criterionBody),
    })),
    mapping: Object.fromEntries(Object.entries(mapping).filter(([, to]) => !isNew(to))),
  }) as DraftBody

/** Our own ids → those the server gave to what was sent, place by place. */
export const givenIds = (sent: Draft, saved: Draft): Map<string, string> =>
  new Map(
    sent.stages.flatMap((stage, at) => {
      const given = saved.stages[at]
      const criteria = stage.criteria.map(({ id }, index) => [id, given?.criteria[index]?.id ?? id] as const)
      return [[stage.id, given?.id ?? stage.id] as const, ...criteria]
    }),
  )

/** A draft under the ids of the server; edits made since it was sent stay. */
export function adoptIds(now: Draft, ids: ReadonlyMap<string, string>): Draft {
  const swap = (id: string) => ids.get(id) ?? id
  const stages = now.stages.map((stage) => ({
    ...stage,
    id: swap(stage.id),
    allowedNextIds: stage.allowedNextIds.map(swap),
    criteria: stage.criteria.map((criterion) => ({ ...criterion, id: swap(criterion.id) })),
  }))
  return { stages, mapping: Object.fromEntries(Object.entries(now.mapping).map(([from, to]) => [from, swap(to)])) }
}

export const patchStage = (draft: Draft, id: string, part: Partial<Stage>): Draft => ({
  ...draft,
  stages: draft.stages.map((stage) => (stage.id === id ? { ...stage, ...part } : stage)),
})

/** A stage is put after the others a deal is worked in; its chance lies halfway to a sure thing. */
export function addStage(draft: Draft, stage: Stage): Draft {
  const at = draft.stages.findLastIndex((one) => !isEnd(one)) + 1
  return { ...draft, stages: draft.stages.toSpliced(at, 0, stage) }
}

export const insertAfter = (draft: Draft, id: string, stage: Stage): Draft => ({
  ...draft,
  stages: draft.stages.toSpliced(draft.stages.findIndex((one) => one.id === id) + 1, 0, stage),
})

/** Takes a stage out, and out of what others say of it. */
export const removeStage = (draft: Draft, id: string): Draft => ({
  stages: draft.stages
    .filter((stage) => stage.id !== id)
    .map((stage) => ({ ...stage, allowedNextIds: stage.allowedNextIds.filter((next) => next !== id) })),
  mapping: Object.fromEntries(Object.entries(draft.mapping).filter(([, to]) => to !== id)),
})

/** Puts a published stage back where it stood, as near as the draft knows. */
export function restoreStage(draft: Draft, published: readonly Stage[], id: string): Draft {
  const from = published.findIndex((stage) => stage.id === id)
  const stage = published[from]
  if (!stage) return draft
  const before = published.slice(0, from).findLast((one) => draft.stages.some((kept) => kept.id === one.id))
  const at = before ? draft.stages.findIndex((one) => one.id === before.id) + 1 : 0
  const { [id]: _gone, ...mapping } = draft.mapping
  return { mapping, stages: draft.stages.toSpliced(at, 0, stage) }
}

export const mapDeals = (draft: Draft, from: string, to: string): Draft => ({
  ...draft,
  mapping: { ...draft.mapping, [from]: to },
})

export type Edge = 'top' | 'bottom'

/** Lets one entry of a list stand before or after another. */
export function placedAt<T extends { id: string }>(list: readonly T[], id: string, target: string, edge: Edge): T[] {
  const entry = list.find((one) => one.id === id)
  const rest = list.filter((one) => one.id !== id)
  const at = rest.findIndex((one) => one.id === target)
  if (!entry || at < 0) return [...list]
  return rest.toSpliced(edge === 'top' ? at : at + 1, 0, entry)
}

/** One place up or down among the stages a deal is worked in; the same draft when it cannot. */
export function stepStage(draft: Draft, id: string, by: -1 | 1): Draft {
  const open = draft.stages.filter((stage) => !isEnd(stage))
  const beside = open[open.findIndex((stage) => stage.id === id) + by]
  if (!beside || !open.some((stage) => stage.id === id)) return draft
  return { ...draft, stages: placedAt(draft.stages, id, beside.id, by < 0 ? 'top' : 'bottom') }
}
