import { describe, expect, it } from 'vitest'
import { field, fieldsOf } from '../../field/kinds.ts'
import { indexReferences, proposalsFor, type Candidate } from './references.ts'
import { updatePatch } from './update-patch.ts'

const candidates: Candidate[] = [
  { id: 'u1', label: 'Ann Lee', keys: ['ann@example.com'], names: ['Ann Lee'] },
  { id: 'u2', label: 'Bob', keys: ['bob@example.com'], names: ['Bob', '鲍勃'] },
  { id: 'u3', label: 'Bob', keys: ['bob2@example.com'], names: ['Bob'] },
  { id: 's1', label: 'Won', keys: [], names: ['Won'], scope: 'p1' },
  { id: 's2', label: 'Won', keys: [], names: ['Won'], scope: 'p2' },
]
const find = (text: string, scope?: string) => indexReferences(candidates)(text, scope).map(({ id }) => id)

describe('indexReferences', () => {
  it('finds by id, key and name, and several where a name is not enough', () => {
    expect(find('u3')).toEqual(['u3'])
    expect(find('BOB2@example.com')).toEqual(['u3'])
    expect(find('ann  lee')).toEqual(['u1'])
    expect(find('鲍勃')).toEqual(['u2'])
    expect(find('Bob')).toEqual(['u2', 'u3'])
    expect(find('AnnLee')).toEqual([])
  })

  it('looks only within the scope', () => {
    expect(find('won', 'p2')).toEqual(['s2'])
    expect(find('won')).toEqual([])
  })
})

it('proposes what is alike and nothing else', () => {
  const products = ['GTX Pro', 'GTX Plus Pro', 'MG Special'].map((name) => ({
    id: name,
    label: name,
    keys: [],
    names: [name],
  }))
  expect(proposalsFor('GTXPro', products)).toEqual([
    { id: 'GTX Pro', label: 'GTX Pro' },
    { id: 'GTX Plus Pro', label: 'GTX Plus Pro' },
  ])
  expect(proposalsFor('xyz', products)).toEqual([])
})

describe('updatePatch', () => {
  const label = { zh: '字段', en: 'Field' }
  const fields = fieldsOf({
    name: field.text({ label, required: true }),
    city: field.text({ label }),
    kind: field.text({ label, fixed: true }),
    price: field.decimal({ label }),
    phones: field.phones({ label }),
    tags: field.tags({ label }),
  })
  const phone = { type: 'mobile', number: '1', e164: '+861', valid: true }
  const existing = { name: 'Acme', city: null, kind: 'company', price: '550.0000', phones: [phone], tags: ['a'] }

  it('takes what differs, unites lists, keeps what is fixed', () => {
    const draft = {
      name: 'Acme',
      city: '苏州',
      kind: 'person',
      price: '550',
      phones: [{ type: 'work', number: '2' }],
      tags: ['b', 'a'],
    }
    expect(updatePatch(fields, existing, draft, 'all')).toEqual({
      patch: {
        city: '苏州',
        phones: [
          { type: 'mobile', number: '1' },
          { type: 'work', number: '2' },
        ],
        tags: ['a', 'b'],
      },
      changes: [
        { field: 'city', old: null, new: '苏州' },
        expect.objectContaining({ field: 'phones' }),
        { field: 'tags', old: ['a'], new: ['a', 'b'] },
      ],
      kept: ['kind'],
    })
  })

  it('fills only what is empty, and never empties', () => {
    expect(updatePatch(fields, existing, { name: 'Other', city: '苏州' }, 'empty').patch).toEqual({ city: '苏州' })
    expect(updatePatch(fields, existing, { name: 'Acme', city: '', phones: [] }, 'all').patch).toEqual({})
  })
})
