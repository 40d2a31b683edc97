import { describe, expect, it } from 'vitest'
import { draftOf, missingIn, morningOf, together, type Composed } from './composed.ts'

const call: Composed = {
  kind: 'call',
  text: 'Budget is there\nWants a demo',
  outcomeId: 'o',
  contactId: '',
  day: '',
}
const about = { customerId: 'c' }
const draft = (more: Partial<Composed>) => draftOf({ ...call, ...more }, about, 'Call', 'Asia/Shanghai')

describe('draftOf', () => {
  it('logs what is done: the first line as subject, the whole as notes', () => {
    expect(draft({})).toEqual({
      kind: 'call',
      customerId: 'c',
      subject: 'Budget is there',
      body: 'Budget is there\nWants a demo',
      completed: { outcomeId: 'o' },
    })
  })

  it('plans the next contact at nine in the reader’s zone', () => {
    const plannedStart = '2026-11-25T01:00:00.000Z'
    expect(draft({ day: '2026-11-25' })).toMatchObject({ completed: { next: { kind: 'call', plannedStart } } })
    expect(draft({ kind: 'mail', day: '2026-11-25' })).toMatchObject({ completed: { next: { kind: 'call' } } })
  })

  it('plans a task instead of logging it, and names a call without words after its kind', () => {
    expect(draft({ kind: 'task', text: 'Send offer', day: '2026-11-25' })).toEqual({
      kind: 'task',
      customerId: 'c',
      subject: 'Send offer',
      plannedStart: morningOf('2026-11-25', 'Asia/Shanghai'),
    })
    expect(draft({ text: ' ' })).toMatchObject({ subject: 'Call' })
  })

  it('leaves the outcome of another kind out of a note', () => {
    expect(draft({ kind: 'note' })).toMatchObject({ completed: {} })
    expect(draft({ kind: 'note' }).completed).not.toHaveProperty('outcomeId')
  })

  it('shortens a long subject and keeps the whole text', () => {
    const text = '长'.repeat(300)
    const { subject, body } = draft({ text })
    expect([Array.from(subject).length, body]).toEqual([120, text])
  })
})

describe('together', () => {
  it('brings back what was refused, and below it what was typed meanwhile', () => {
    const blank = { ...call, text: '', outcomeId: '' }
    expect(together(call, blank)).toBe(call)
    expect(together(call, { ...blank, text: 'More' })).toEqual({ ...call, text: `${call.text}\nMore` })
  })
})

describe('missingIn', () => {
  it('wants an outcome where one meets, words elsewhere', () => {
    expect(missingIn({ ...call, outcomeId: '' })).toBe('outcome')
    expect(missingIn({ ...call, kind: 'note', text: ' ' })).toBe('text')
    expect(missingIn({ ...call, text: '' })).toBeNull()
  })
})
