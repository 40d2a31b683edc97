/** What zod found wrong, as the product's own codes: the server words them in `errors[]`, the form beside the field. */
import type { z } from 'zod'
import { fieldErrors } from '../field-errors.ts'

export type FieldIssue = { path: string; code: string; params?: Record<string, unknown> }
type Issue = z.core.$ZodIssue

const codeOf = (issue: Issue): string => {
  if (issue.message in fieldErrors) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'field.required' : 'field.type'
    case 'unrecognized_keys':
      return 'field.unknown'
    case 'invalid_value':
      return 'field.choice'
    case 'too_small':
    case 'too_big':
      return (
        { string: 'text.length', array: 'list.length', set: 'list.length' }[issue.origin as string] ?? 'number.range'
      )
    default:
      return 'field.invalid'
  }
}

const paramsOf = (issue: Issue): Record<string, unknown> | undefined => {
  if (issue.code === 'custom') return issue.params
  if (issue.code === 'too_small') return { min: issue.minimum }
  return issue.code === 'too_big' ? { max: issue.maximum } : undefined
}

/** The issues of a failed parse, an unknown key under its own path. `input` must be kept: parse with `reportInput`. */
export const fieldIssues = (issues: readonly Issue[]): FieldIssue[] =>
  issues.flatMap((issue) => {
    const path = issue.path.map(String)
    const code = codeOf(issue)
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key].join('.'), code }))
    const params = paramsOf(issue)
    return [{ path: path.join('.'), code, ...(params && { params }) }]
  })
