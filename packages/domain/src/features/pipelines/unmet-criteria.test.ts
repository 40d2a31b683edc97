import { describe, expect, it } from 'vitest'
import { aCriterion, env, lookup, type GivenCriterion } from '../../test/stage-samples.ts'
import { fieldsNamed, unmetCriteria, type CriterionFacts } from './unmet-criteria.ts'

const none: CriterionFacts = { values: {}, lastDone: {}, roles: {} }
const unmet = (given: GivenCriterion, facts: Partial<CriterionFacts> = {}) =>
  unmetCriteria([{ ...aCriterion(given), stageId: 'stage' }], { ...none, ...facts }, { lookup, env })
const daysAgo = (days: number) => new Date(env.now.getTime() - days * 86_400_000)

describe('unmetCriteria', () => {
  it.each([
    ['need', null, false],
    ['need', '', false],
    ['need', 'Two lines', true],
    ['amount', '0', false],
    ['amount', '0.0000', false],
    ['amount', '12.5', true],
    ['tags', [], false],
    ['tags', ['vip'], true],
    ['vanished', 'x', false],
  ])('%s = %j counts as filled: %s', (field, value, met) => {
    const found = unmet({ kind: 'fieldFilled', params: { field } }, { values: { [field]: value } })
    expect(found).toMatchObject(met ? [] : [{ stageId: 'stage', kind: 'fieldFilled', field }])
  })

  it('compares with the filter language, and a filter it does not understand is not met', () => {
    const filter = { field: 'amount', op: 'gte' as const, value: '1000' }
    expect(unmet({ kind: 'fieldCompare', params: { filter } }, { values: { amount: '999.99' } })).toHaveLength(1)
    expect(unmet({ kind: 'fieldCompare', params: { filter } }, { values: { amount: '1000' } })).toHaveLength(0)
    const foreign = { field: 'nothing', op: 'empty' as const }
    expect(unmet({ kind: 'fieldCompare', params: { filter: foreign } })).toHaveLength(1)
  })

  it.each([
    [{ activityKind: 'demo', withinDays: 30 }, { demo: daysAgo(30) }, true],
    [{ activityKind: 'demo', withinDays: 30 }, { demo: daysAgo(30.01) }, false],
    [{ activityKind: 'demo' }, { demo: daysAgo(3000) }, true],
    [{ activityKind: 'demo', withinDays: 30 }, { call: daysAgo(1) }, false],
    [{ withinDays: 7 }, { call: daysAgo(1) }, true],
    [{}, {}, false],
  ] as const)('activity %j with %j: %s', (params, lastDone, met) =>
    expect(unmet({ kind: 'activityDone', params }, { lastDone }).length === 0).toBe(met),
  )

  it('says how many people of a role are missing', () => {
    const criterion = { kind: 'contactRole', params: { role: 'decider', atLeast: 3 } } as const
    expect(unmet(criterion, { roles: { decider: 3 } })).toEqual([])
    expect(unmet(criterion, { roles: { decider: 1, user: 9 } })[0]?.missing).toEqual({
      zh: '还缺 2 位决策人',
      en: '2 deciders missing',
    })
  })

  it.each(['document', 'quoteState', 'receiptShare', 'approval'] as const)('never takes %s for met', (kind) =>
    expect(unmet({ kind, params: {} })).toHaveLength(1),
  )
})

describe('fieldsNamed', () => {
  it('names each field once, out of any nesting', () => {
    const filter = {
      or: [{ field: 'amount', op: 'empty' }, { not: { and: [{ field: 'need', op: 'empty' }] } }],
    } as const
    const criteria = [
      aCriterion({ kind: 'fieldCompare', params: { filter: { and: [filter] } } }),
      aCriterion({ kind: 'fieldFilled', params: { field: 'amount' } }),
    ]
    expect(fieldsNamed(criteria)).toEqual(['amount', 'need'])
  })
})
