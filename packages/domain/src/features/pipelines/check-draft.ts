/** Whether a draft can become the published version, and what stands in the way. */
import type { ErrorCode } from '../../errors.ts'
import type { FieldLookup, FilterEnv } from '../../filter/resolve.ts'
import { criterionFaults, type DraftFault } from './criterion-faults.ts'
import type { DraftState, StageState } from './stage-draft.ts'
import { isOpenPhase, type Phase } from './stages.fields.ts'

export type DraftProblem = { code: ErrorCode; faults: DraftFault[]; params?: Record<string, unknown> }

/** A published stage with the deals that stand in it, those in the trash included, because they may come back. */
export type StageWithDeals = { id: string; phase: Phase; label: { zh: string; en: string }; deals: number }

/** Criteria that could never be checked; a draft with one is not even saved. */
export const invalidCriteria = (draft: DraftState, lookup: FieldLookup, env: FilterEnv): DraftProblem[] => {
  const faults = draft.stages.flatMap((stage, index) =>
    stage.criteria.flatMap((criterion, at) =>
      criterionFaults(criterion, `draft.stages.${index}.criteria.${at}`, lookup, env),
    ),
  )
  return faults.length === 0 ? [] : [{ code: 'stage.criterion_invalid', faults }]
}

/** References within the draft that lead nowhere, and ids that occur twice. */
export const brokenReferences = (draft: DraftState, knownIds: ReadonlySet<string>): DraftProblem[] => {
  const own = new Set(draft.stages.map(({ id }) => id))
  const doubled = draft.stages.flatMap(({ id }, index) =>
    draft.stages.findIndex((stage) => stage.id === id) === index
      ? []
      : [{ path: `draft.stages.${index}.id`, code: 'list.doubled' }],
  )
  const foreign = draft.stages.flatMap(({ id }, index) =>
    knownIds.has(id) ? [] : [{ path: `draft.stages.${index}.id`, code: 'reference.invalid' }],
  )
  const next = draft.stages.flatMap(({ allowedNextIds }, index) =>
    allowedNextIds.every((id) => own.has(id))
      ? []
      : [{ path: `draft.stages.${index}.allowedNextIds`, code: 'reference.invalid' }],
  )
  const criteria = draft.stages.flatMap((stage, index) =>
    stage.criteria.map(({ id }, at) => ({ id, path: `draft.stages.${index}.criteria.${at}.id` })),
  )
  const strange = criteria.flatMap(({ id, path }, index) => {
    if (!knownIds.has(id)) return [{ path, code: 'reference.invalid' }]
    return criteria.findIndex((one) => one.id === id) === index ? [] : [{ path, code: 'list.doubled' }]
  })
  const faults = [...doubled, ...foreign, ...next, ...strange]
  return faults.length === 0 ? [] : [{ code: 'reference.invalid', faults, params: { field: faults[0]?.path } }]
}

/** Exactly one stage won, exactly one lost, and somewhere for a deal to begin. */
export const missingPhases = ({ stages }: Pick<DraftState, 'stages'>): DraftProblem[] => {
  const count = (phase: Phase) => stages.filter((stage) => stage.phase === phase).length
  const counts = {
    won: count('won'),
    lost: count('lost'),
    open: stages.filter(({ phase }) => isOpenPhase(phase)).length,
  }
  if (counts.won === 1 && counts.lost === 1 && counts.open > 0) return []
  return [{ code: 'stage.phase_missing', faults: [{ path: 'draft.stages', code: 'stage.phases' }], params: counts }]
}

const kindOf = (phase: Phase) => (isOpenPhase(phase) ? 'open' : phase)

/**
 * Deals must know where to go: a stage with deals that vanishes needs a remaining stage of the same kind (open, won or lost),
 * and one that stays may not change its kind under them, because publishing neither wins nor reopens a deal.
 */
export const missingMappings = (draft: DraftState, published: readonly StageWithDeals[]): DraftProblem[] => {
  const stages = new Map(draft.stages.map((stage, index) => [stage.id, { stage, index }]))
  const faults = published
    .filter(({ deals }) => deals > 0)
    .flatMap(({ id, phase, label, deals }): DraftFault[] => {
      const kept = stages.get(id)
      if (kept) {
        return kindOf(kept.stage.phase) === kindOf(phase)
          ? []
          : [{ path: `draft.stages.${kept.index}.phase`, code: 'stage.kindOfDeals', params: { deals } }]
      }
      const target = stages.get(draft.mapping[id] ?? '')?.stage
      return target && kindOf(target.phase) === kindOf(phase)
        ? []
        : [
            {
              path: `draft.mapping.${id}`,
              code: 'stage.mapping',
              params: { stage: label.zh, stageEn: label.en, deals },
            },
          ]
    })
  return faults.length === 0 ? [] : [{ code: 'stage.mapping_required', faults }]
}

/** Everything that keeps the draft from being published, worst first. */
export const draftProblems = (
  draft: DraftState,
  given: { published: readonly StageWithDeals[]; knownIds: ReadonlySet<string>; lookup: FieldLookup; env: FilterEnv },
): DraftProblem[] => [
  ...brokenReferences(draft, given.knownIds),
  ...invalidCriteria(draft, given.lookup, given.env),
  ...missingPhases(draft),
  ...missingMappings(draft, given.published),
]

export type Remap = { fromId: string; to: StageState; direction: 'forward' | 'back' }

/** The vanished stages with where their deals go; `published` in order, so that the direction can be told. */
export const remapsOf = (draft: DraftState, published: readonly { id: string }[]): Remap[] => {
  const stages = new Map(draft.stages.map((stage) => [stage.id, stage]))
  return published.flatMap(({ id }, index) => {
    const to = stages.get(draft.mapping[id] ?? '')
    if (stages.has(id) || !to) return []
    return [{ fromId: id, to, direction: placeOf(to.id, draft, published) >= index ? 'forward' : 'back' }]
  })
}

// Where the target stood before; a new stage stands where the first published one after it stood.
const placeOf = (id: string, draft: DraftState, published: readonly { id: string }[]): number => {
  const after = draft.stages.slice(draft.stages.findIndex((stage) => stage.id === id))
  const places = after.map((stage) => published.findIndex((one) => one.id === stage.id)).filter((place) => place >= 0)
  return places[0] ?? published.length
}
