/** What a row says and what a record says of the same things, as a person reads both. */
import type { Field, Fields } from '@rapport/domain/field/kinds.ts'
import { foldName } from '@rapport/domain/fold-name.ts'
import type { Label } from '../../lib/use-language.ts'
import { shownValue, titleOf } from './changed-words.ts'
import type { Import, Row } from './imports.queries.ts'

export type Compared = { path: string; title: string; file: string; known: string; isSame: boolean }
type Known = Record<string, unknown>
type Words = (label: Label | string) => string

/** One line for each value of the row that the record could have. */
export const sideBySide = (of: Import, row: Row, known: Known, fields: Fields, words: Words): Compared[] =>
  row.values.flatMap(({ target, value }): Compared[] => {
    const [name = '', part] = (parts[target] ?? target).split('.')
    const field = fields[name]
    const read = field ? valueOf(field, known, name, part, words) : placeOf(known, name)
    if (read === undefined) return []
    const file = field ? choiceOf(field, value, words) : value
    return [{ path: target, title: titleOf(of, target, words), file, known: read, isSame: isSame(file, read) }]
  })

const parts: Record<string, string> = { firstName: 'name', lastName: 'name', customerId: 'customer' }

const valueOf = (field: Field, known: Known, name: string, part: string | undefined, words: Words): string => {
  const value = known[name]
  if (field.kind === 'ref') return shownLabel(known[field.as], words)
  if (field.kind === 'addresses') return shownValue((value as Known[] | undefined)?.[0]?.[part ?? ''])
  if (field.kind === 'tags') return shownValue(value)
  return typeof value === 'string' ? choiceOf(field, value, words) : shownValue(value)
}

const choiceOf = (field: Field, value: string, words: Words): string => {
  if (field.kind !== 'choice') return value
  const choice = field.choices.find((one) => one.value === value)
  return choice ? words(choice.label) : value
}

const shownLabel = (ref: unknown, words: Words): string => {
  const { label } = (ref ?? {}) as { label?: Label | string }
  return label === undefined ? shownValue(null) : words(label)
}

// Where a contact stands is no field of its own.
const placeOf = ({ customers }: Known, name: string): string | undefined => {
  if (!Array.isArray(customers) || !['customer', 'title', 'departmentName'].includes(name)) return undefined
  return shownValue((customers[0] as Known | undefined)?.[name])
}

// A number reads alike with and without spaces or the code of the country; a list has it among others.
const isSame = (file: string, known: string): boolean => {
  const [asked, there] = [file, known].map((text) => foldName(text).replaceAll(/[\s()-]/g, ''))
  return asked === there || known.split(', ').some((one) => foldName(one) === foldName(file)) || isTail(asked, there)
}

const isTail = (asked = '', there = '') => /^\+?\d{7,}$/.test(asked) && there.includes(asked.replace(/^(\+86|0)/, ''))
