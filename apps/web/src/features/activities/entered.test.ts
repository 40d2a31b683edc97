import { describe, expect, it } from 'vitest'
import { draftOfEntered, type Entered } from './entered.ts'

const place = { timeZone: 'Asia/Shanghai', today: '2026-11-23', nameOf: () => 'Visit' }
const id = '00000000-0000-7000-8000-000000000001'
const blank: Entered = {
  state: 'todo',
  kind: 'task',
  about: '',
  subject: 'Send the offer',
  body: '',
  ownerId: '',
  day: '2026-11-26',
  time: '',
  doneDay: '2026-11-23',
  doneTime: '',
  outcomeId: '',
  next: '',
}
const draft = (more: Partial<Entered>) => draftOfEntered({ ...blank, ...more }, place)

describe('draftOfEntered', () => {
  it('plans for the morning of the day where one is, or for the time that was said', () => {
    expect(draft({})).toEqual({ kind: 'task', subject: 'Send the offer', plannedStart: '2026-11-26T01:00:00.000Z' })
    expect(draft({ time: '14:30' }).plannedStart).toBe('2026-11-26T06:30:00.000Z')
    expect(draft({ day: '', time: '14:30' })).not.toHaveProperty('plannedStart')
  })

  it.each([
    ['customers', 'customerId'],
    ['contacts', 'contactId'],
    ['opportunities', 'opportunityId'],
  ])('is about one of the %s by its own field', (noun, field) => {
    expect(draft({ about: `${noun}:${id}` })).toMatchObject({ [field]: id })
    expect(draft({ about: `teams:${id}` })).not.toHaveProperty('teamId')
  })

  it('names a meeting by its kind where nothing is said, and leaves a task unnamed', () => {
    expect(draft({ kind: 'visit', subject: ' ' }).subject).toBe('Visit')
    expect(draft({ subject: ' ' }).subject).toBe('')
  })

  it('logs what was done now, or when it was, with its outcome and the next contact', () => {
    const done = { state: 'done', kind: 'visit', outcomeId: id } as const
    expect(draft(done).completed).toEqual({ outcomeId: id })
    expect(draft(done)).not.toHaveProperty('plannedStart')
    expect(draft({ ...done, doneTime: '08:05' }).completed?.actualEnd).toBe('2026-11-23T00:05:00.000Z')
    expect(draft({ ...done, doneDay: '2026-11-20' }).completed?.actualEnd).toBe('2026-11-20T01:00:00.000Z')
    expect(draft({ ...done, next: '2026-11-26' }).completed?.next).toEqual({
      kind: 'visit',
      plannedStart: '2026-11-26T01:00:00.000Z',
    })
    expect(draft({ ...done, kind: 'note' }).completed).toEqual({})
  })
})
