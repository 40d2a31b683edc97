import { describe, expect, it } from 'vitest'
import {
  adoptIds,
  bodyOf,
  givenIds,
  isNew,
  mapDeals,
  newId,
  placedAt,
  removeStage,
  restoreStage,
  sameDraft,
  stepStage,
  type Draft,
} from './draft.ts'
import { blankCriterion, blankStage, copyOf, freshStages } from './draft-parts.ts'
import type { Stage } from './pipelines.queries.ts'

const stage = (id: string, part: Partial<Stage> = {}): Stage => ({
  ...blankStage({ stages: [], mapping: {} }, { zh: id, en: id }),
  id,
  ...part,
})
const draft: Draft = {
  stages: [stage('a'), stage('b'), stage('won', { phase: 'won' }), stage('lost', { phase: 'lost' })],
  mapping: {},
}
const ids = ({ stages }: Draft) => stages.map(({ id }) => id)

describe('stepStage', () => {
  it.each([
    ['b', -1, ['b', 'a', 'won', 'lost']],
    ['a', 1, ['b', 'a', 'won', 'lost']],
  ] as const)('moves %s by %i', (id, by, order) => expect(ids(stepStage(draft, id, by))).toEqual(order))
  it.each([
    ['a', -1],
    ['b', 1],
    ['won', -1],
  ] as const)('leaves %s where it is when asked to move by %i', (id, by) =>
    expect(stepStage(draft, id, by)).toBe(draft),
  )
})

describe('placedAt', () => {
  it.each([
    ['a', 'won', 'bottom', ['b', 'won', 'a', 'lost']],
    ['lost', 'a', 'top', ['lost', 'a', 'b', 'won']],
    ['a', 'nobody', 'top', ['a', 'b', 'won', 'lost']],
  ] as const)('%s beside %s at its %s', (id, target, edge, order) =>
    expect(placedAt(draft.stages, id, target, edge).map((one) => one.id)).toEqual(order),
  )
})

describe('removeStage', () => {
  it('takes the stage out of what others say of it, and restoreStage brings it back to its place', () => {
    const given = mapDeals(
      { ...draft, stages: [stage('x', { allowedNextIds: ['a', 'b'] }), ...draft.stages] },
      'z',
      'a',
    )
    const without = removeStage(given, 'a')
    expect(without.mapping).toEqual({})
    expect(without.stages[0]?.allowedNextIds).toEqual(['b'])
    const back = restoreStage(mapDeals(removeStage(draft, 'b'), 'b', 'a'), draft.stages, 'b')
    expect(ids(back)).toEqual(ids(draft))
    expect(back.mapping).toEqual({})
  })
})

describe('what is sent', () => {
  it('names no id that only the browser knows', () => {
    const mine = { ...stage('mine'), id: newId(), criteria: [blankCriterion('entry', 'contactRole')] }
    const kept = { ...stage('a'), allowedNextIds: [mine.id, 'b'] }
    const body = bodyOf({ stages: [kept, mine], mapping: { gone: mine.id, other: 'a' } })
    expect(JSON.stringify(body)).not.toContain('new:')
    expect(body.stages[1]).not.toHaveProperty('id')
    expect(body.stages[1]?.criteria?.[0]).not.toHaveProperty('label')
    expect(body.stages[0]).toMatchObject({ id: 'a', allowedNextIds: ['b'] })
    expect(body.mapping).toEqual({ other: 'a' })
  })
  it('takes over the ids the server gave, and keeps what was typed meanwhile', () => {
    const mine = { ...stage(newId()), criteria: [blankCriterion('exit', 'fieldFilled')] }
    const sent = { stages: [stage('a'), mine], mapping: { gone: mine.id } }
    const typed = {
      stages: [{ ...mine, label: { zh: '后来', en: 'later' } }, stage('a', { allowedNextIds: [mine.id] })],
      mapping: sent.mapping,
    }
    const saved = {
      stages: [stage('a'), { ...mine, id: 's1', criteria: mine.criteria.map((one) => ({ ...one, id: 'c1' })) }],
      mapping: {},
    }
    const adopted = adoptIds(typed, givenIds(sent, saved))
    expect(adopted.stages[0]).toMatchObject({ id: 's1', label: { en: 'later' }, criteria: [{ id: 'c1' }] })
    expect(adopted.stages[1]?.allowedNextIds).toEqual(['s1'])
    expect(adopted.mapping).toEqual({ gone: 's1' })
    expect(sameDraft(adopted, typed)).toBe(false)
  })
})

describe('new stages', () => {
  it('stand between the last open one and certainty', () => {
    const after = blankStage(
      { stages: [stage('a', { probability: '0.5', color: 'stage-4' })], mapping: {} },
      draft.stages[0]?.label ?? { zh: '', en: '' },
    )
    expect(after).toMatchObject({ probability: '0.75', color: 'stage-5', phase: 'open' })
    expect(isNew(after.id)).toBe(true)
  })
  it('copies share nothing the server knows by id', () => {
    const model = stage('a', {
      allowedNextIds: ['b'],
      criteria: [{ ...blankCriterion('entry', 'fieldFilled'), id: 'c' }],
    })
    const copy = copyOf(model, { zh: '副本', en: 'copy' })
    expect([copy.id, ...copy.criteria.map(({ id }) => id)].every(isNew)).toBe(true)
    expect(freshStages([model])[0]?.allowedNextIds).toEqual([])
  })
})
