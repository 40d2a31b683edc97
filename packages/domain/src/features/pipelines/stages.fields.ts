/** The stages of a pipeline as data: what lists and filters of other nouns may name (`stage.phase`). */
import { field, fieldsOf } from '../../field/kinds.ts'

/** The phases every pipeline shares, so that reports across pipelines stay possible. */
export const phases = [
  { value: 'open', label: { zh: '进行', en: 'Open' } },
  { value: 'commit', label: { zh: '承诺', en: 'Commit' } },
  { value: 'won', label: { zh: '赢单', en: 'Won' } },
  { value: 'lost', label: { zh: '输单', en: 'Lost' } },
] as const
export type Phase = (typeof phases)[number]['value']

export const forecastCategories = [
  { value: 'pipeline', label: { zh: '管道', en: 'Pipeline' } },
  { value: 'best', label: { zh: '乐观', en: 'Best case' } },
  { value: 'commit', label: { zh: '承诺', en: 'Commit' } },
  { value: 'omitted', label: { zh: '不计入', en: 'Omitted' } },
] as const
export type ForecastCategory = (typeof forecastCategories)[number]['value']

/** Steps of one hue, each a colour token of the browser; never a colour value. */
export const stageColors = [
  'stage-1',
  'stage-2',
  'stage-3',
  'stage-4',
  'stage-5',
  'stage-6',
  'stage-7',
  'stage-8',
  'won',
  'lost',
] as const
export type StageColor = (typeof stageColors)[number]

/** True where a deal is still being worked on. */
export const isOpenPhase = (phase: string): boolean => phase === 'open' || phase === 'commit'

export const stageFields = fieldsOf({
  label: field.label({ label: { zh: '阶段', en: 'Stage' }, required: true, filterable: true }),
  pipelineId: field.ref({
    label: { zh: '销售管道', en: 'Pipeline' },
    required: true,
    to: 'pipelines',
    as: 'pipeline',
    filterable: true,
  }),
  order: field.int({ label: { zh: '顺序', en: 'Order' }, required: true, sortable: true, filterable: true }),
  phase: field.choice({
    label: { zh: '类别', en: 'Phase' },
    required: true,
    choices: phases,
    filterable: true,
    groupable: true,
  }),
  probability: field.percent({ label: { zh: '概率', en: 'Probability' }, required: true, filterable: true }),
  maxDays: field.int({ label: { zh: '上限天数', en: 'Maximum days' }, filterable: true }),
  archivedAt: field.instant({ label: { zh: '归档时间', en: 'Archived' }, derived: true, filterable: true }),
})
