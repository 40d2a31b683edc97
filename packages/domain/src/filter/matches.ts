/** A resolved filter evaluated on a record in memory. Total: null matches `empty` and the negations, nothing else. */
import { decimal } from '../money.ts'
import type { Resolved, Test } from './resolve.ts'

// What most names are written in has no letter whose length changes.
const plain = /^[ -~]*$/
/** Case folding as PostgreSQL's C.UTF-8 `lower` does it: one code point at a time, never changing the length. */
export const foldCase = (text: string): string => {
  if (plain.test(text)) return text.toLowerCase()
  let folded = ''
  for (const char of text) {
    const lower = char.toLowerCase()
    folded += [...lower].length === 1 ? lower : char === 'İ' ? 'i' : char
  }
  return folded
}

export type ValueOf = (field: string) => unknown

/** True when the record whose values `valueOf` gives satisfies the filter. */
export const matches = (filter: Resolved, valueOf: ValueOf): boolean => {
  if ('all' in filter) return filter.all.every((child) => matches(child, valueOf))
  if ('any' in filter) return filter.any.some((child) => matches(child, valueOf))
  if ('none' in filter) return !matches(filter.none, valueOf)
  return holds(filter, valueOf(filter.field))
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const holds = (test: Test, value: unknown): boolean => {
  if (test.test === 'empty') return isEmpty(value)
  if (value === null || value === undefined) return false
  switch (test.test) {
    case 'oneOf':
      return test.values.some((one) => (test.numeric ? decimal(String(one)).equals(String(value)) : one === value))
    case 'contains':
      return texts(value).some((text) => foldCase(text).includes(foldCase(test.value)))
    case 'startsWith':
      return texts(value).some((text) => foldCase(text).startsWith(foldCase(test.value)))
    case 'order':
      return ordered(test.op, decimal(String(value as string | number)).comparedTo(test.value))
    case 'range':
      return (test.from === null || timeOf(value) >= test.from) && (test.to === null || timeOf(value) < test.to)
    case 'hasAny':
      return Array.isArray(value) && test.values.some((one) => value.includes(one))
    case 'hasAll':
      return Array.isArray(value) && test.values.every((one) => value.includes(one))
  }
}

// A label is searched in both of its languages.
const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.values(value as Record<string, unknown>).filter((part) => typeof part === 'string')

const ordered = (op: 'lt' | 'lte' | 'gt' | 'gte', order: number): boolean =>
  op === 'lt' ? order < 0 : op === 'lte' ? order <= 0 : op === 'gt' ? order > 0 : order >= 0

const timeOf = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value))
