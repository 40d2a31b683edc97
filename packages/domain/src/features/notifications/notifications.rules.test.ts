import { describe, expect, it } from 'vitest'
import { noticesOfComment, noticesOfJob, noticesOfPlan, noticesOfTransfer, type Said } from './notifications.rules.ts'

const target = { targetType: 'customer', targetId: 't' } as const
const said = (given: Partial<Said>): Said => ({
  id: 'c',
  authorId: 'author',
  mentionIds: [],
  participants: [],
  ownerId: null,
  edited: false,
  ...given,
})
const told = (notices: { userId: string; kind: string }[]) => notices.map(({ userId, kind }) => `${userId} ${kind}`)

describe('a comment', () => {
  it('tells each person once, by the closest reason, and never its author', () => {
    const all = ['author', 'a', 'b', 'owner']
    const one = said({ mentionIds: ['a', 'author'], participants: ['a', 'b', 'author'], ownerId: 'owner' })
    expect(told(noticesOfComment(one, target))).toEqual(['a mention', 'b answer', 'owner comment'])
    expect(noticesOfComment(said({ mentionIds: all, participants: all, ownerId: 'author' }), target)).toHaveLength(3)
    expect(noticesOfComment(said({ ownerId: 'author' }), target)).toEqual([])
  })

  it('that was edited tells only whom it mentions', () => {
    const one = said({ edited: true, mentionIds: ['a'], participants: ['b'], ownerId: 'owner' })
    expect(noticesOfComment(one, target)).toEqual([{ userId: 'a', kind: 'mention', ...target, dedupeKey: 'c' }])
  })
})

describe('a transfer', () => {
  it('tells the new owner and the one before, but not who did it', () => {
    const moved = { id: 'e', actorId: 'boss', from: 'a', to: 'b' }
    expect(told(noticesOfTransfer(moved, target))).toEqual(['b assigned', 'a handedOver'])
    expect(told(noticesOfTransfer({ ...moved, actorId: 'a' }, target))).toEqual(['b assigned'])
    expect(told(noticesOfTransfer({ ...moved, actorId: 'b' }, target))).toEqual(['a handedOver'])
    expect(noticesOfTransfer({ ...moved, from: null, to: null }, target)).toEqual([])
  })
})

it('what is due or was missed is told to whose plan it is', () => {
  const event = { id: 'e', actorId: null }
  expect(told(noticesOfPlan(event, 'due', 'a', target))).toEqual(['a due'])
  expect(told(noticesOfPlan(event, 'missed', 'a', target))).toEqual(['a missed'])
  expect(noticesOfPlan(event, 'missed', null, target)).toEqual([])
})

it('a job tells who asked for it how it ended, and who got records by it how many', () => {
  const heirs = [
    { userId: 'a', count: 2 },
    { userId: 'owner', count: 5 },
  ]
  const ended = { id: 'e', actorId: 'owner', ownerId: 'owner', failed: false, heirs }
  expect(told(noticesOfJob(ended, target))).toEqual(['owner jobDone', 'a assignedMany'])
  expect(told(noticesOfJob({ ...ended, failed: true, heirs: [] }, target))).toEqual(['owner jobFailed'])
})
