/** What a new stage and a new criterion begin as. */
import { describeCriterion } from '@rapport/domain/features/pipelines/describe-criterion.ts'
import { stageColors } from '@rapport/domain/features/pipelines/stages.fields.ts'
import type { FieldLookup } from '@rapport/domain/filter/resolve.ts'
import { isEnd, newId, type Draft } from './draft.ts'
import type { Criterion, Stage } from './pipelines.queries.ts'

const none = { zh: '', en: '' }
export type Side = Criterion['side']

/** Its chance lies between that of the last open stage and certainty, its colour one step deeper. */
export function blankStage({ stages }: Draft, label: Stage['label']): Stage {
  const last = stages.findLast((stage) => !isEnd(stage))
  const chance = last ? Math.round((Number(last.probability) * 100 + 100) / 2 / 5) * 5 : 10
  const deeper = last ? Math.min(stageColors.indexOf(last.color) + 1, 7) : 1
  return {
    id: newId(),
    label,
    phase: last?.phase ?? 'open',
    probability: String(Math.min(chance, 95) / 100),
    forecastCategory: last?.forecastCategory ?? 'pipeline',
    definition: none,
    buyerEvidence: none,
    guidance: none,
    expectedDays: null,
    maxDays: null,
    allowedNextIds: [],
    allowBack: true,
    checklist: [],
    color: stageColors[deeper] ?? 'stage-8',
    criteria: [],
  }
}

/** The same rules under another name; nothing of the copy is known to the server. */
export const copyOf = (stage: Stage, label: Stage['label']): Stage => ({
  ...stage,
  id: newId(),
  label,
  criteria: stage.criteria.map((criterion) => ({ ...criterion, id: newId() })),
})

/** Stages for another pipeline: ids, and with them the allowed ways, stay behind. */
export const freshStages = (stages: readonly Stage[]): Stage[] =>
  stages.map((stage) => ({ ...copyOf(stage, stage.label), allowedNextIds: [] }))

export const criterionForms = ['fieldFilled', 'fieldCompare', 'activityDone', 'contactRole'] as const
export type CriterionForm = (typeof criterionForms)[number]

const first: Record<CriterionForm, Criterion['params']> = {
  fieldFilled: { field: 'need' },
  fieldCompare: { filter: { field: 'amount', op: 'gt', value: '0' } },
  activityDone: { activityKind: 'visit', withinDays: 30 },
  contactRole: { role: 'decider', atLeast: 1 },
}

export const blankCriterion = (side: Side, kind: CriterionForm): Criterion => ({
  id: newId(),
  side,
  kind,
  params: first[kind],
  label: none,
  blocking: true,
})

/** The sentence of a criterion: the words it was given, or those that follow from what it demands. */
export const wordsOf = (criterion: Criterion, lookup: FieldLookup, language: 'zh' | 'en'): string =>
  criterion.label[language] || describeCriterion(criterion as Parameters<typeof describeCriterion>[0], lookup, language)

/** A criterion whose words can be changed, and what to do with other ones. */
export type SentenceProps = { criterion: Criterion; onDemand: (params: Criterion['params']) => void }
