import { expect, it } from 'vitest'
import { z } from 'zod'
import { fieldIssues } from './issues.ts'
import { text } from './text.ts'

const schema = z.strictObject({
  name: text(5, 1),
  age: z.int().min(0).max(150),
  kind: z.enum(['company', 'person']),
  tags: z.array(z.string()).max(1),
})

const found = (value: unknown) => {
  const { error } = schema.safeParse(value, { reportInput: true })
  return fieldIssues(error?.issues ?? [])
}

it('says what is missing, unknown, out of range or of the wrong type', () => {
  expect(found({ age: '7', kind: 'group', tags: ['a', 'b'], extra: 1 })).toEqual([
    { path: 'name', code: 'field.required' },
    { path: 'age', code: 'field.type' },
    { path: 'kind', code: 'field.choice' },
    { path: 'tags', code: 'list.length', params: { max: 1 } },
    { path: 'extra', code: 'field.unknown' },
  ])
})

it('keeps the codes and limits that a schema names itself', () => {
  expect(found({ name: 'abcdef', age: 151, kind: 'person', tags: [] })).toEqual([
    { path: 'name', code: 'text.length', params: { max: 5, min: 1 } },
    { path: 'age', code: 'number.range', params: { max: 150 } },
  ])
})
