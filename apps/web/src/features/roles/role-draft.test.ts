import { describe, expect, it } from 'vitest'
import { countChanges, setFieldRule, setScope, toggleRight, toggleSpecial, type RoleDraft } from './role-draft.ts'

const role: RoleDraft = {
  label: { zh: '销售', en: 'Rep' },
  rights: { customers: ['read', 'update'] },
  scopes: { customers: 'self' },
  fieldRules: { 'customers.phones': 'masked' },
  special: [],
}

describe('toggleRight', () => {
  it('gives reading with anything else, and takes everything away with reading', () => {
    expect(toggleRight(role, 'products', 'export').rights.products).toEqual(['read', 'export'])
    expect(toggleRight(role, 'customers', 'update').rights.customers).toEqual(['read'])
    expect(toggleRight(role, 'customers', 'read').rights.customers).toEqual([])
  })
})

describe('setFieldRule', () => {
  it('keeps no rule for what holds anyway', () => {
    expect(setFieldRule(role, 'customers.phones', 'write').fieldRules).toEqual({})
    expect(setFieldRule(role, 'customers.phones', 'hidden').fieldRules).toEqual({ 'customers.phones': 'hidden' })
  })
})

describe('countChanges', () => {
  it('counts each right, reach, rule, special right and word, and nothing for a way there and back', () => {
    expect(countChanges(role, toggleRight(toggleRight(role, 'customers', 'delete'), 'customers', 'delete'))).toBe(0)
    expect(countChanges(role, toggleRight(role, 'customers', 'read'))).toBe(2)
    expect(countChanges(role, setScope(role, 'customers', 'all'))).toBe(1)
    expect(countChanges(role, setFieldRule(role, 'customers.phones', 'write'))).toBe(1)
    expect(countChanges(role, toggleSpecial(role, 'audit.read'))).toBe(1)
    expect(countChanges(role, { ...role, label: { zh: '销售', en: 'Sales rep' } })).toBe(1)
  })
})
