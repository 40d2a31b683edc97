import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftProblems, invalidCriteria, missingMappings, missingPhases, remapsOf } from './check-draft.ts'
import { isOpenPhase } from './stages.fields.ts'
import {
  aCriterion,
  anyDraft,
  aStage,
  env,
  lookup,
  publishedStages,
  stagesOf,
  type GivenCriterion,
} from '../../test/stage-samples.ts'

const kind = (phase: string) => (isOpenPhase(phase) ? 'open' : phase)
const withDeals = (deals: number) => (stage: ReturnType<typeof aStage>) => ({ ...stage, deals })

describe('missingPhases', () => {
  it.each([
    [stagesOf('a'), 0],
    [[aStage('a'), aStage('won', 'won')], 1],
    [[aStage('won', 'won'), aStage('lost', 'lost')], 1],
    [[...stagesOf('a'), aStage('again', 'won')], 1],
    [[...stagesOf('a'), aStage('again', 'lost')], 1],
    [[aStage('a', 'commit'), aStage('won', 'won'), aStage('lost', 'lost')], 0],
  ])('counts phases %#', (stages, problems) => expect(missingPhases({ stages })).toHaveLength(problems))
})

describe('invalidCriteria', () => {
  const faultsOf = (...criteria: GivenCriterion[]) =>
    invalidCriteria({ stages: [aStage('a', 'open', { criteria: criteria.map(aCriterion) })], mapping: {} }, lookup, env)

  it('takes the four kinds that can be checked', () => {
    const filter = { and: [{ field: 'amount', op: 'gt' as const, value: '0' }] }
    expect(
      faultsOf(
        { kind: 'fieldFilled', params: { field: 'need' } },
        { kind: 'fieldFilled', params: { field: 'amount' } },
        { kind: 'fieldCompare', params: { filter } },
        { kind: 'activityDone', params: { activityKind: 'demo', withinDays: 30 } },
        { kind: 'contactRole', params: { role: 'decider', atLeast: 1 } },
      ),
    ).toEqual([])
  })

  it.each([
    [{ kind: 'document', params: {} }, 'criterion.kind'],
    [{ kind: 'quoteState', params: { state: 'sent' } }, 'criterion.kind'],
    [{ kind: 'receiptShare', params: { share: '0.3' } }, 'criterion.kind'],
    [{ kind: 'approval', params: {} }, 'criterion.kind'],
    [{ kind: 'fieldFilled', params: { field: 'nothing' } }, 'criterion.field'],
    [{ kind: 'fieldFilled', params: { field: 'secret' } }, 'criterion.field'],
    [{ kind: 'fieldFilled', params: { field: 'name' } }, 'criterion.alwaysMet'],
    [{ kind: 'fieldCompare', params: { filter: { and: [] } } }, 'criterion.alwaysMet'],
    [{ kind: 'fieldCompare', params: { filter: { field: 'amount', op: 'contains', value: 'x' } } }, 'criterion.field'],
    [
      { kind: 'fieldCompare', params: { filter: { field: 'ownerId', op: 'in', value: [{ me: true }] } } },
      'criterion.personal',
    ],
  ] as const)('refuses %j', (criterion, code) => {
    const [problem] = faultsOf(criterion)
    expect(problem).toMatchObject({ code: 'stage.criterion_invalid', faults: [{ code }] })
    expect(problem?.faults[0]?.path).toMatch(/^draft\.stages\.0\.criteria\.0\./)
  })
})

describe('missingMappings', () => {
  it('asks for every vanished stage that holds deals, and for those alone', () => {
    const published = [withDeals(17)(aStage('a')), withDeals(0)(aStage('b')), ...stagesOf('c').map(withDeals(1))]
    const [problem] = missingMappings({ stages: stagesOf('c'), mapping: {} }, published)
    expect(problem).toMatchObject({ code: 'stage.mapping_required' })
    expect(problem?.faults).toEqual([
      { path: 'draft.mapping.a', code: 'stage.mapping', params: { stage: 'a', stageEn: 'a', deals: 17 } },
    ])
  })

  it('neither wins, loses nor reopens a deal by a mapping or by a change of phase', () => {
    const published = stagesOf('a').map(withDeals(1))
    const mapped = { stages: stagesOf('b'), mapping: { a: 'won' } }
    expect(missingMappings(mapped, published)).toHaveLength(1)
    const turned = { stages: [aStage('a', 'won'), aStage('b'), aStage('lost', 'lost')], mapping: { won: 'a' } }
    expect(missingMappings(turned, published)[0]?.faults).toContainEqual({
      path: 'draft.stages.0.phase',
      code: 'stage.kindOfDeals',
      params: { deals: 1 },
    })
  })
})

describe('a draft without problems', () => {
  it('leaves no deal without a stage of its own kind, whatever was edited', () => {
    fc.assert(
      fc.property(publishedStages, anyDraft, fc.nat(3), (stages, draft, deals) => {
        const published = stages.map(withDeals(deals))
        const knownIds = new Set([...published, ...draft.stages].map(({ id }) => id))
        const problems = draftProblems(draft, { published, knownIds, lookup, env })
        if (problems.length > 0) return
        const after = new Map(draft.stages.map((stage) => [stage.id, stage]))
        const remaps = new Map(remapsOf(draft, published).map((remap) => [remap.fromId, remap.to]))
        for (const stage of published.filter((one) => one.deals > 0)) {
          const now = after.get(stage.id) ?? remaps.get(stage.id)
          expect(now && kind(now.phase)).toBe(kind(stage.phase))
        }
        expect(draft.stages.filter(({ phase }) => phase === 'won')).toHaveLength(1)
        expect(draft.stages.filter(({ phase }) => phase === 'lost')).toHaveLength(1)
      }),
    )
  })
})

describe('remapsOf', () => {
  it('tells the direction by where the target stands, also when it is new', () => {
    const draft = { stages: [aStage('a'), aStage('new'), ...stagesOf('d')], mapping: { b: 'new', c: 'a' } }
    expect(remapsOf(draft, stagesOf('a', 'b', 'c', 'd')).map(({ fromId, direction }) => [fromId, direction])).toEqual([
      ['b', 'forward'],
      ['c', 'back'],
    ])
  })
})
