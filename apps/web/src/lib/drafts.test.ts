import { describe, expect, it } from 'vitest'
import { clearDraft, keepDraft, ownDrafts, readDraft } from './drafts.ts'

describe('a draft', () => {
  it('is kept until it is sent', () => {
    keepDraft('customers.new', { name: '启明' })
    expect(readDraft('customers.new')).toEqual({ name: '启明' })
    clearDraft('customers.new')
    expect(readDraft('customers.new')).toBeNull()
  })

  it('waits for the same person after a session that ran out, and for nobody else', () => {
    ownDrafts('lin')
    keepDraft('customers.new', { name: '启明' })
    ownDrafts('lin')
    expect(readDraft('customers.new')).not.toBeNull()
    ownDrafts('xu')
    expect(readDraft('customers.new')).toBeNull()
  })

  it('is gone when somebody signs out', () => {
    ownDrafts('lin')
    keepDraft('customers.new', { name: '启明' })
    ownDrafts(null)
    expect(readDraft('customers.new')).toBeNull()
  })

  it('that cannot be read is none', () => {
    sessionStorage.setItem('rapport.draft.customers.new', '{')
    expect(readDraft('customers.new')).toBeNull()
  })
})
