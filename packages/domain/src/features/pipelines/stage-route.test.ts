import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { routeBetween, routeInto, routeToClose, routeToReopen } from './stage-route.ts'
import { aStage, publishedStages, stagesOf } from '../../test/stage-samples.ts'

const abc = stagesOf('a', 'b', 'c')

describe('routeBetween', () => {
  it('checks what is left, skipped and entered', () => {
    expect(routeBetween(abc, 'a', 'b')).toMatchObject({ value: { direction: 'forward', skippedIds: [] } })
    expect(routeBetween(abc, 'a', 'c')).toEqual({
      ok: true,
      value: {
        direction: 'skip',
        skippedIds: ['b'],
        checks: [
          { stageId: 'a', side: 'exit' },
          { stageId: 'b', side: 'entry' },
          { stageId: 'b', side: 'exit' },
          { stageId: 'c', side: 'entry' },
        ],
      },
    })
  })

  it('asks on the way back only what the stage entered asks', () => {
    expect(routeBetween(abc, 'c', 'a')).toEqual({
      ok: true,
      value: { direction: 'back', skippedIds: [], checks: [{ stageId: 'a', side: 'entry' }] },
    })
  })

  it.each([
    ['a', 'a', 'same'],
    ['a', 'won', 'closed'],
    ['a', 'nowhere', 'unknown'],
    ['won', 'a', 'unknown'],
  ])('refuses %s → %s: %s', (from, to, why) =>
    expect(routeBetween(abc, from, to)).toMatchObject({ ok: false, code: 'stage.transition', params: { why } }),
  )

  it('obeys allowed next stages and whether back is allowed', () => {
    const stages = [
      aStage('a', 'open', { allowedNextIds: ['b'] }),
      aStage('b'),
      aStage('c', 'open', { allowBack: false }),
    ]
    expect(routeBetween(stages, 'a', 'b').ok).toBe(true)
    expect(routeBetween(stages, 'a', 'c')).toMatchObject({ params: { why: 'notAllowed' } })
    expect(routeBetween(stages, 'c', 'a')).toMatchObject({ params: { why: 'noWayBack' } })
  })

  it('passes each stage between two others exactly once, in both kinds of steps', () => {
    fc.assert(
      fc.property(publishedStages, fc.nat(), fc.nat(), (stages, x, y) => {
        const open = stages.filter(({ phase }) => phase === 'open').map(({ id }) => id)
        const [from, to] = [open[x % open.length] ?? '', open[y % open.length] ?? '']
        const routed = routeBetween(stages, from, to)
        expect(routed.ok).toBe(from !== to)
        if (!routed.ok) return
        const [start, end] = [open.indexOf(from), open.indexOf(to)]
        const expected = start < end ? open.slice(start + 1, end) : []
        expect(routed.value.skippedIds).toEqual(expected)
        expect(routed.value.direction).toBe(end < start ? 'back' : expected.length > 0 ? 'skip' : 'forward')
        expect(routed.value.checks.filter(({ stageId }) => stageId === to)).toEqual([{ stageId: to, side: 'entry' }])
      }),
    )
  })
})

describe('routeToClose', () => {
  it('wins through all that is ahead, and loses from where the deal stands', () => {
    const won = routeToClose(abc, 'b', 'won')
    expect(won).toMatchObject({ value: { direction: 'close', skippedIds: ['c'] } })
    const lost = routeToClose(abc, 'b', 'lost')
    expect(lost).toMatchObject({ value: { skippedIds: [], checks: [{ stageId: 'lost', side: 'entry' }] } })
  })

  it('refuses what the stage does not allow, and what is closed already', () => {
    const stages = [aStage('a', 'open', { allowedNextIds: ['lost'] }), ...stagesOf('b')]
    expect(routeToClose(stages, 'a', 'won')).toMatchObject({ params: { why: 'notAllowed' } })
    expect(routeToClose(stages, 'a', 'lost').ok).toBe(true)
    expect(routeToClose(abc, 'won', 'lost').ok).toBe(false)
  })
})

describe('routeInto', () => {
  it('asks a deal that begins later what all stages before would have asked', () => {
    const routed = routeInto(abc, 'b', 'create')
    expect(routed).toMatchObject({ value: { direction: 'create', skippedIds: ['a'] } })
    expect(routed.ok && routed.value.checks).toHaveLength(3)
    expect(routeInto(abc, 'won', 'create')).toMatchObject({ params: { why: 'closed' } })
  })
})

describe('routeToReopen', () => {
  it('asks nothing where the deal was closed, and elsewhere what a move would ask', () => {
    expect(routeToReopen(abc, 'b', 'b')).toMatchObject({ value: { direction: 'reopen', checks: [] } })
    expect(routeToReopen(abc, 'a', 'c')).toMatchObject({ value: { direction: 'reopen', skippedIds: ['b'] } })
    expect(routeToReopen(abc, 'gone', 'b')).toMatchObject({ value: { direction: 'reopen', skippedIds: ['a'] } })
    expect(routeToReopen(abc, 'a', 'won').ok).toBe(false)
  })
})
