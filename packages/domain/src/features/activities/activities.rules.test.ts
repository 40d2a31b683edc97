import { describe, expect, it } from 'vitest'
import {
  decideCompletion,
  decideSpan,
  decideTransition,
  dueAt,
  isAnswered,
  isPlannedAgain,
  mayReplan,
  missedBefore,
  reschedule,
} from './activities.rules.ts'
import { activityStatuses } from './activity-choices.ts'

const now = new Date('2026-11-21T10:00:00Z')
const at = (time: string) => new Date(`2026-11-${time}:00Z`)

describe('decideTransition', () => {
  it.each([
    ['start', ['planned']],
    ['complete', ['planned', 'inProgress', 'missed']],
    ['defer', ['planned', 'missed', 'deferred']],
    ['cancel', ['planned', 'inProgress', 'missed', 'deferred']],
  ] as const)('%s follows on %j alone', (command, allowed) => {
    const found = activityStatuses.map(({ value }) => value).filter((status) => decideTransition(command, status).ok)
    expect(found.toSorted()).toEqual([...allowed].toSorted())
  })
})

describe('decideCompletion', () => {
  const call = { kind: 'call', status: 'planned', actualStart: null } as const

  it('ends now and tells from the outcome whether the customer answered', () => {
    const value = { status: 'done', actualStart: now, actualEnd: now, outcomeId: 'o', answered: true }
    expect(decideCompletion(call, { outcomeId: 'o' }, 'progress', now)).toEqual({ ok: true, value })
    const unanswered = decideCompletion(call, { outcomeId: 'o' }, 'noAnswer', now)
    expect(unanswered).toMatchObject({ ok: true, value: { answered: false } })
  })

  it('wants an outcome where one meets the customer, none for a task', () => {
    expect(decideCompletion(call, {}, null, now)).toMatchObject({ ok: false, code: 'outcome.required' })
    expect(decideCompletion({ ...call, kind: 'task' }, {}, null, now).ok).toBe(true)
  })

  it('refuses an end before the start, and a state it cannot follow on', () => {
    const sent = { outcomeId: 'o', actualStart: '2026-11-20T10:00:00Z', actualEnd: '2026-11-20T09:00:00Z' }
    expect(decideCompletion(call, sent, null, now)).toMatchObject({ code: 'activity.ends_before_start' })
    expect(decideCompletion({ ...call, status: 'done' }, { outcomeId: 'o' }, null, now)).toMatchObject({
      code: 'activity.transition',
    })
  })
})

describe('isAnswered', () => {
  it.each([
    ['visit', null, true],
    ['call', 'interested', true],
    ['call', 'noAnswer', false],
    ['mail', 'interested', false],
    ['note', 'interested', false],
  ] as const)('%s with outcome %s: %s', (kind, outcome, wanted) => expect(isAnswered(kind, outcome)).toBe(wanted))
})

describe('reschedule', () => {
  const planned = { plannedStart: at('20T09:00'), firstPlannedStart: null, deferCount: 1 }

  it('keeps the first plan and counts a plan moved after its time', () => {
    expect(reschedule(planned, at('25T09:00'), now)).toEqual({ firstPlannedStart: at('20T09:00'), deferCount: 2 })
  })

  it('does not count a plan moved in time, set for the first time, or left alone', () => {
    expect(reschedule({ ...planned, plannedStart: at('24T09:00') }, at('25T09:00'), now).deferCount).toBe(1)
    expect(reschedule({ ...planned, plannedStart: null }, at('25T09:00'), now).deferCount).toBe(1)
    expect(reschedule(planned, at('20T09:00'), now).deferCount).toBe(1)
  })
})

describe('decideSpan', () => {
  it('refuses an end before the start or without one', () => {
    expect(decideSpan(at('20T09:00'), at('20T10:00')).ok).toBe(true)
    expect(decideSpan(at('20T09:00'), at('20T08:00')).ok).toBe(false)
    expect(decideSpan(null, at('20T08:00')).ok).toBe(false)
  })
})

describe('missedBefore', () => {
  // 23 November 2026 is a Monday.
  it.each([
    ['on Wednesday what was planned until Monday', '2026-11-25T09:00:00+08:00', '2026-11-24T00:00:00+08:00'],
    ['on Monday nothing of Friday', '2026-11-23T09:00:00+08:00', '2026-11-20T00:00:00+08:00'],
    ['on Tuesday what was planned until Friday', '2026-11-24T09:00:00+08:00', '2026-11-23T00:00:00+08:00'],
    ['on Sunday nothing of Friday', '2026-11-22T09:00:00+08:00', '2026-11-20T00:00:00+08:00'],
    ['by the day of the zone, not of UTC', '2026-11-25T01:00:00+08:00', '2026-11-24T00:00:00+08:00'],
  ])('%s', (_, now, wanted) => {
    expect(missedBefore(new Date(now), 'Asia/Shanghai')).toEqual(new Date(wanted))
  })
})

describe('dueAt', () => {
  it.each([
    ['at its time', '2026-11-23T06:30:00Z', 'Asia/Shanghai', '2026-11-23T06:30:00Z'],
    ['at nine on the day it is planned for', '2026-11-22T16:00:00Z', 'Asia/Shanghai', '2026-11-23T01:00:00Z'],
    ['by the clock of its owner alone', '2026-11-22T16:00:00Z', 'Europe/Berlin', '2026-11-22T16:00:00Z'],
    ['at nine on the day the clocks change', '2026-03-28T23:00:00Z', 'Europe/Berlin', '2026-03-29T07:00:00Z'],
  ])('is %s', (_, planned, timeZone, due) => {
    expect(dueAt(new Date(planned), timeZone)).toEqual(new Date(due))
  })
})

describe('a plan that gets another time', () => {
  const now = new Date('2026-11-23T06:00:00Z')
  const [ahead, past] = [new Date(now.getTime() + 1), now]

  it('may get it until it is over', () => {
    const over = activityStatuses.map(({ value }) => value).filter((status) => !mayReplan(status))
    expect(over).toEqual(['done', 'cancelled'])
  })

  it('is planned again where its new time is ahead, but for what goes on already', () => {
    expect(isPlannedAgain('missed', ahead, now)).toBe(true)
    expect(isPlannedAgain('deferred', ahead, now)).toBe(true)
    expect(isPlannedAgain('missed', past, now)).toBe(false)
    expect(isPlannedAgain('deferred', null, now)).toBe(false)
    expect(isPlannedAgain('inProgress', ahead, now)).toBe(false)
  })
})
