/** A draft as sent → the draft as kept: ids for what is new, words for criteria that bring none, defaults for the rest. */
import type { FieldLookup } from '../../filter/resolve.ts'
import type { Criterion, CriterionDraft } from './criteria.ts'
import { describeCriterion } from './describe-criterion.ts'
import type { DraftState, StagesDraft, StageDraft, StageState } from './stage-draft.ts'
import { isOpenPhase, type ForecastCategory, type Phase, type StageColor } from './stages.fields.ts'

/** How many new ids `completeDraft` will take. */
export const idsNeeded = (draft: StagesDraft): number =>
  draft.stages.reduce(
    (sum, stage) =>
      sum + (stage.id ? 0 : 1) + (stage.criteria ?? []).filter((criterion) => criterion.id === undefined).length,
    0,
  )

const forecasts: Record<Phase, ForecastCategory> = {
  open: 'pipeline',
  commit: 'commit',
  won: 'commit',
  lost: 'omitted',
}
const certain: Partial<Record<Phase, string>> = { won: '1', lost: '0' }
const none = { zh: '', en: '' }

/** `ids` are fresh ones, taken in reading order; `lookup` knows the fields of a deal, for the words of its criteria. */
export const completeDraft = (draft: StagesDraft, ids: readonly string[], lookup: FieldLookup): DraftState => {
  let taken = 0
  const next = () => ids[taken++] ?? ''
  const open = draft.stages.filter(({ phase }) => isOpenPhase(phase))
  const stages = draft.stages.map((stage) => ({
    ...completeStage(stage, colorOf(stage.phase, open.indexOf(stage), open.length)),
    id: stage.id ?? next(),
    criteria: (stage.criteria ?? []).map((criterion) => completeCriterion(criterion, lookup, next)),
  }))
  return { stages, mapping: draft.mapping ?? {} }
}

const completeStage = (stage: StageDraft, color: StageColor): Omit<StageState, 'id' | 'criteria'> => ({
  label: stage.label,
  phase: stage.phase,
  probability: certain[stage.phase] ?? stage.probability ?? '0',
  forecastCategory: stage.forecastCategory ?? forecasts[stage.phase],
  definition: stage.definition ?? none,
  buyerEvidence: stage.buyerEvidence ?? none,
  guidance: stage.guidance ?? none,
  expectedDays: stage.expectedDays ?? null,
  maxDays: stage.maxDays ?? null,
  allowedNextIds: stage.allowedNextIds ?? [],
  allowBack: stage.allowBack ?? true,
  checklist: stage.checklist ?? [],
  color: stage.color ?? color,
})

const completeCriterion = (given: CriterionDraft, lookup: FieldLookup, next: () => string): Criterion => {
  const { id, label, blocking = true, ...rest } = given
  return {
    ...rest,
    id: id ?? next(),
    label: label ?? { zh: describeCriterion(given, lookup, 'zh'), en: describeCriterion(given, lookup, 'en') },
    blocking,
  } as Criterion
}

// Depth of colour is depth in the process: the steps are spread over as many stages as there are.
const colorOf = (phase: Phase, index: number, count: number): StageColor => {
  if (phase === 'won' || phase === 'lost') return phase
  const step = count <= 1 ? 8 : Math.round(2 + (index * 6) / (count - 1))
  return `stage-${step as 1}`
}
