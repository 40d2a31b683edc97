import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeDraft, idsNeeded } from './complete-draft.ts'
import { describeChanges } from './draft-diff.ts'
import { stagesDraft } from './stage-draft.ts'
import { aCriterion, anyDraft, aStage, lookup, publishedStages, stagesOf } from '../../test/stage-samples.ts'

const say = (draft: Parameters<typeof describeChanges>[0], published = stagesOf('a', 'b')) =>
  describeChanges(draft, published).map(({ text }) => text.en)

describe('describeChanges', () => {
  it('tells values, texts, criteria, order, what comes and what goes', () => {
    const criteria = [aCriterion({ kind: 'fieldFilled', params: { field: 'need' } })]
    const changed = aStage('b', 'open', { probability: '0.6', guidance: { zh: '问', en: 'Ask' }, criteria })
    expect(say({ stages: [changed, ...stagesOf('new')], mapping: { a: 'b' } })).toEqual([
      '“b”: probability 50 % → 60 %',
      '“b”: guidance changed',
      '“b”: new entry criterion: Criterion',
      'Stage “new” is added',
      'Stage “a” is removed; its deals move to “b”',
    ])
    expect(say({ stages: [aStage('b'), ...stagesOf('a')], mapping: {} })).toEqual(['New order: b → a → won → lost'])
  })

  it('does not take the order of keys for a change', () => {
    const filter = { field: 'amount', op: 'gt', value: '0' } as const
    const turned = { value: '0', op: 'gt', field: 'amount' } as const
    const withFilter = (given: typeof filter | typeof turned) => [
      aStage('a', 'open', { criteria: [aCriterion({ kind: 'fieldCompare', params: { filter: given } })] }),
    ]
    expect(describeChanges({ stages: withFilter(turned), mapping: {} }, withFilter(filter))).toEqual([])
  })

  it('says nothing exactly when nothing changed', () => {
    fc.assert(
      fc.property(publishedStages, anyDraft, (published, draft) => {
        expect(describeChanges({ stages: published, mapping: {} }, published)).toEqual([])
        const same = JSON.stringify(draft.stages) === JSON.stringify(published)
        expect(describeChanges(draft, published).length === 0).toBe(same)
      }),
    )
  })
})

describe('completeDraft', () => {
  const sent = {
    stages: [
      { label: { zh: '接触', en: 'Contact' }, phase: 'open', probability: '0.1' },
      { label: { zh: '谈判', en: 'Talks' }, phase: 'commit', probability: '0.7' },
      { label: { zh: '赢', en: 'Won' }, phase: 'won' },
      { label: { zh: '输', en: 'Lost' }, phase: 'lost' },
    ],
  }

  it('gives new stages the fresh ids and fills in what was left out', () => {
    const draft = stagesDraft.parse(sent)
    expect(idsNeeded(draft)).toBe(4)
    const { stages } = completeDraft(draft, ['1', '2', '3', '4'], lookup)
    expect(
      stages.map(({ id, probability, color, forecastCategory }) => [id, probability, color, forecastCategory]),
    ).toEqual([
      ['1', '0.1', 'stage-2', 'pipeline'],
      ['2', '0.7', 'stage-8', 'commit'],
      ['3', '1', 'won', 'commit'],
      ['4', '0', 'lost', 'omitted'],
    ])
  })

  it('names a criterion that brings no name in both languages', () => {
    const criteria = [{ side: 'exit', kind: 'activityDone', params: { activityKind: 'demo', withinDays: 30 } }]
    const draft = stagesDraft.parse({ stages: [{ ...sent.stages[0], criteria }] })
    const [stage] = completeDraft(draft, ['1', '2'], lookup).stages
    expect(stage?.criteria[0]).toMatchObject({
      id: '2',
      blocking: true,
      label: { zh: '30 天内已完成演示', en: 'A demo completed within the last 30 days' },
    })
  })

  it('refuses a chance that won or lost cannot have, and an open stage without one', () => {
    const [open, , won] = sent.stages
    for (const stage of [
      { ...won, probability: '0.9' },
      { ...open, probability: undefined },
    ])
      expect(stagesDraft.safeParse({ stages: [stage] }).success).toBe(false)
    expect(stagesDraft.safeParse({ stages: [{ ...won, probability: '1' }] }).success).toBe(true)
  })
})
