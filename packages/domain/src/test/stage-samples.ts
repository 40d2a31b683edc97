/** Stages and drafts for tests of this room: made by hand and by chance. */
import fc from 'fast-check'
import { field } from '../field/kinds.ts'
import type { FieldLookup, FilterEnv } from '../filter/resolve.ts'
import type { Criterion } from '../features/pipelines/criteria.ts'
import type { DraftState, StageState } from '../features/pipelines/stage-draft.ts'
import type { Phase } from '../features/pipelines/stages.fields.ts'

export const aStage = (id: string, phase: Phase = 'open', given: Partial<StageState> = {}): StageState => ({
  id,
  label: { zh: id, en: id },
  phase,
  probability: phase === 'won' ? '1' : phase === 'lost' ? '0' : '0.5',
  forecastCategory: 'pipeline',
  definition: { zh: '', en: '' },
  buyerEvidence: { zh: '', en: '' },
  guidance: { zh: '', en: '' },
  expectedDays: null,
  maxDays: null,
  allowedNextIds: [],
  allowBack: true,
  checklist: [],
  color: 'stage-4',
  criteria: [],
  ...given,
})

/** `a b c` open, then won and lost. */
export const stagesOf = (...ids: string[]): StageState[] => [
  ...ids.map((id) => aStage(id)),
  aStage('won', 'won'),
  aStage('lost', 'lost'),
]

/** The part of a criterion that matters to the test. */
export type GivenCriterion = {
  kind: Criterion['kind']
  params: Readonly<Record<string, unknown>>
  id?: string
  side?: 'entry' | 'exit'
}
export const aCriterion = (given: GivenCriterion): Criterion =>
  ({ id: 'criterion', side: 'entry', label: { zh: '条件', en: 'Criterion' }, blocking: true, ...given }) as Criterion

const known = {
  name: field.text({ label: { zh: '名称', en: 'Name' }, required: true, filterable: true }),
  amount: field.money({
    label: { zh: '金额', en: 'Amount' },
    hasDefault: true,
    currencyField: 'currency',
    filterable: true,
  }),
  need: field.longText({ label: { zh: '需求', en: 'Need' }, filterable: true }),
  tags: field.tags({ label: { zh: '标签', en: 'Tags' }, hasDefault: true, filterable: true }),
  secret: field.text({ label: { zh: '内部', en: 'Secret' } }),
  ownerId: field.ref({ label: { zh: '负责人', en: 'Owner' }, to: 'users', as: 'owner', filterable: true }),
}
export const lookup: FieldLookup = (path) =>
  Object.hasOwn(known, path) ? known[path as keyof typeof known] : undefined
export const env: FilterEnv = {
  now: new Date('2026-11-20T04:00:00Z'),
  timeZone: 'Asia/Shanghai',
  userId: null,
  teamIds: [],
}

const names = ['a', 'b', 'c', 'd', 'e', 'f']
/** A published list of open stages with won and lost at the end. */
export const publishedStages = fc.subarray(names, { minLength: 1 }).map((ids) => stagesOf(...ids))
/** Any draft over the same names, also with stages missing, phases wrong and mappings to nowhere. */
export const anyDraft: fc.Arbitrary<DraftState> = fc
  .record({
    ids: fc.shuffledSubarray([...names, 'won', 'lost', 'new'], { minLength: 1 }),
    phase: fc.constantFrom<Phase>('open', 'commit', 'won', 'lost'),
    mapping: fc.dictionary(
      fc.constantFrom(...names, 'won', 'lost'),
      fc.constantFrom(...names, 'won', 'lost', 'nowhere'),
    ),
  })
  .map(({ ids, phase, mapping }) => ({
    stages: ids.map((id) => aStage(id, id === 'won' || id === 'lost' ? id : id === 'new' ? phase : 'open')),
    mapping,
  }))
