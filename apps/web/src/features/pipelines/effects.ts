/** What the server says of the draft it was sent, found by the ids the screen knows: sums, fits, faults. */
import { fill } from '@rapport/domain/errors.ts'
import { fieldErrors } from '@rapport/domain/field-errors.ts'
import type { Problem } from '../../lib/problem.ts'
import { isNew, type Draft } from './draft.ts'
import type { Criterion, Preview, Stage } from './pipelines.queries.ts'
import { isSame } from './stable-keys.ts'

/** A draft as it was sent, with the answer: both hold the same stages at the same places. */
export type Seen = { sent: Draft; preview: Preview }

export type Stock = Preview['stages'][number]
export type Fit = Preview['fits'][number]
/** Path within the body (`draft.stages.0.label.zh`) → sentence. */
export type Faults = ReadonlyMap<string, string>

const serverId = (seen: Seen, id: string): string => {
  const at = seen.sent.stages.findIndex((stage) => isSame(stage.id, id))
  return seen.preview.draft.stages[at]?.id ?? id
}

/** The deals of a stage before and after. */
export const stockOf = (seen: Seen | undefined, stageId: string): Stock | undefined =>
  seen?.preview.stages.find((stock) => stock.stageId === serverId(seen, stageId))

/** How many of the open deals in its stage meet a criterion. */
export function fitOf(seen: Seen | undefined, stageId: string, criterionId: string): Fit | undefined {
  const at = seen?.sent.stages.findIndex((stage) => isSame(stage.id, stageId)) ?? -1
  const place = seen?.sent.stages[at]?.criteria.findIndex((one) => isSame(one.id, criterionId)) ?? -1
  const id = seen?.preview.draft.stages[at]?.criteria[place]?.id
  return id === undefined ? undefined : seen?.preview.fits.find((fit) => fit.criterionId === id)
}

/** Changes that concern one stage, in words. */
export const changesOf = (seen: Seen | undefined, stageId: string) =>
  seen?.preview.changes.filter((change) => change.stageId === serverId(seen, stageId) && change.kind !== 'moved') ?? []

/** Faults the draft would be refused for; those the preview counts, or those it was itself refused for. */
export function faultsOf(preview: Preview | undefined, refusal: Problem | null, language: 'zh' | 'en'): Faults {
  if (refusal) return new Map(refusal.errors.map(({ path, message }) => [path, message]))
  const faults = preview?.problems.flatMap((problem) => problem.faults) ?? []
  return new Map(
    faults.map(({ path, code, params }) => [path, fill(fieldErrors[code]?.[language] ?? code, params ?? {})]),
  )
}

/** The first fault at a path or below it. */
export const faultUnder = (faults: Faults, path: string): string | undefined => {
  const found = [...faults].find(([at]) => at === path || at.startsWith(`${path}.`))
  return found?.[1]
}

/** Deals that lack what a new or changed criterion demands of their stage. */
export type Lack = { stage: Stage; criterion: Criterion; count: number }

export function lacksOf(draft: Draft, published: readonly Stage[], seen: Seen | undefined): Lack[] {
  const before = new Map(published.flatMap((stage) => stage.criteria.map((one) => [one.id, JSON.stringify(one)])))
  return draft.stages.flatMap((stage) =>
    stage.criteria.flatMap((criterion) => {
      if (!isNew(criterion.id) && before.get(criterion.id) === JSON.stringify(criterion)) return []
      const fit = fitOf(seen, stage.id, criterion.id)
      return fit && fit.of > fit.met ? [{ stage, criterion, count: fit.of - fit.met }] : []
    }),
  )
}

/** Deals that change their stage by publishing, by the stage they come to stand in. */
export function arrivalsOf(draft: Draft, seen: Seen | undefined): { stage: Stage; count: number }[] {
  return draft.stages.flatMap((stage) => {
    const id = seen ? serverId(seen, stage.id) : stage.id
    const moves = seen?.preview.moves.filter((move) => move.toId === id) ?? []
    const count = moves.reduce((sum, move) => sum + move.count, 0)
    return count > 0 ? [{ stage, count }] : []
  })
}
