/** zod's complaints → faults by field, with codes people and programs can rely on. */
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { FieldFault } from './problems.ts'

/** The faults of a request that did not fit its contract; null for any other error. */
export const validationFaults = (error: unknown): FieldFault[] | null => {
  if (!hasZodFastifySchemaValidationErrors(error)) return null
  return error.validation.flatMap((entry) => faultsOf(entry.params.issue as z.core.$ZodIssue))
}

export const faultsOf = (issue: z.core.$ZodIssue): FieldFault[] => {
  const path = issue.path.map(String).join('.')
  switch (issue.code) {
    case 'unrecognized_keys': return issue.keys.map((key) => ({ path: [path, key].filter(Boolean).join('.'), code: 'field.unknown' }))
    case 'invalid_type': return [{ path, code: issue.input === undefined ? 'field.required' : 'field.type' }]
    case 'too_big': case 'too_small': {
      const params = { ...('maximum' in issue && { max: Number(issue.maximum) }), ...('minimum' in issue && { min: Number(issue.minimum) }) }
      const code = issue.origin === 'string' ? 'text.length' : issue.origin === 'array' ? 'list.length' : 'number.range'
      return [{ path, code, params: { min: 0, ...params } }]
    }
    case 'invalid_value': return [{ path, code: 'field.choice' }]
    case 'invalid_union': return unionFaults(issue, path)
    case 'custom': return [{ path, code: isCode(issue.message) ? issue.message : 'field.invalid', ...paramsOf(issue) }]
    default: return [{ path, code: isCode(issue.message) ? issue.message : 'field.invalid' }]
  }
}

const isCode = (text: string | undefined): text is string => text !== undefined && /^[a-z][\w]*(\.[a-z][\w]*)+$/i.test(text)
const paramsOf = (issue: z.core.$ZodIssueCustom) => (issue.params ? { params: issue.params as Record<string, unknown> } : {})

// The branch that got furthest says best what is wrong.
const unionFaults = (issue: z.core.$ZodIssueInvalidUnion, path: string): FieldFault[] => {
  const deepest = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0]
  return [{ path: [path, ...(deepest?.path.map(String) ?? [])].filter(Boolean).join('.'), code: 'field.invalid' }]
}
