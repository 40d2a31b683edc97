import { describe, expect, it } from 'vitest'
import { Problem } from '../../lib/problem.ts'
import type { Draft } from './draft.ts'
import { blankCriterion, blankStage } from './draft-parts.ts'
import { arrivalsOf, changesOf, faultsOf, faultUnder, fitOf, lacksOf, stockOf, type Seen } from './effects.ts'
import type { Preview } from './pipelines.queries.ts'

const stock = (count: number) => ({ count, baseAmount: '0', weightedBase: '0' })
const blank = blankStage({ stages: [], mapping: {} }, { zh: '勘测', en: 'Survey' })
const criterion = blankCriterion('entry', 'contactRole')
const added = { ...blank, criteria: [criterion] }
const draft: Draft = { stages: [{ ...blank, id: 'a' }, added], mapping: { gone: 'a' } }
const preview: Preview = {
  draft: {
    stages: [
      { ...blank, id: 'a' },
      { ...added, id: 's1', criteria: [{ ...criterion, id: 'c1' }] },
    ],
    mapping: {},
  },
  stages: [
    { stageId: 'a', before: stock(2), after: stock(7) },
    { stageId: 's1', before: stock(0), after: stock(3) },
  ],
  moves: [
    { fromId: 'gone', toId: 's1', count: 2, baseAmount: '0' },
    { fromId: 'other', toId: 's1', count: 1, baseAmount: '0' },
    { fromId: 'lost one', toId: null, count: 9, baseAmount: '0' },
  ],
  fits: [{ criterionId: 'c1', stageId: 's1', met: 1, of: 3, openMet: 1, open: 10 }],
  changes: [{ kind: 'added', stageId: 's1', text: { zh: '新增', en: 'added' } }],
  problems: [
    {
      code: 'stage.mapping_required',
      faults: [
        { path: 'draft.mapping.gone', code: 'stage.mapping', params: { stage: '报价', stageEn: 'Quote', deals: 5 } },
      ],
    },
  ],
}
const seen: Seen = { sent: draft, preview }

describe('a stage that only the browser names', () => {
  it('has the sums, fits and changes the server counted at its place', () => {
    expect(stockOf(seen, added.id)?.after.count).toBe(3)
    expect(fitOf(seen, added.id, criterion.id)).toMatchObject({ met: 1, of: 3 })
    expect(changesOf(seen, added.id)).toHaveLength(1)
    expect(arrivalsOf(draft, seen)).toMatchObject([{ count: 3, stage: { id: added.id } }])
    expect(lacksOf(draft, [], seen)).toMatchObject([{ count: 2, criterion: { id: criterion.id } }])
  })
  it('has none before the server answered', () => {
    expect(stockOf(undefined, added.id)).toBeUndefined()
    expect(lacksOf(draft, [], undefined)).toEqual([])
    expect(arrivalsOf(draft, undefined)).toEqual([])
  })
})

describe('faultsOf', () => {
  it('words what keeps a draft from being published', () => {
    const faults = faultsOf(preview, null, 'en')
    expect(faults.get('draft.mapping.gone')).toBe('"Quote" has 5 deals: say which stage of the same kind they go to')
  })
  it('finds a refusal at the field, or below the part that holds it', () => {
    const errors = [
      { path: 'draft.stages.1.criteria.0.params.field', code: 'criterion.field', message: 'No such field' },
    ]
    const refusal = new Problem({ status: 422, code: 'stage.criterion_invalid', title: '', detail: '', errors })
    const faults = faultsOf(preview, refusal, 'en')
    expect(faultUnder(faults, 'draft.stages.1')).toBe('No such field')
    expect(faultUnder(faults, 'draft.stages.1.criteria.0')).toBe('No such field')
    expect(faultUnder(faults, 'draft.stages.10')).toBeUndefined()
  })
})
