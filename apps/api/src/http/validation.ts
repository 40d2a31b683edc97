/** Checks requests against their contract; zod's complaints become faults by field, with codes people and programs can rely on. */
import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { Refusal, type FieldFault } from './problems.ts'

/** Fastify's validator: what fits is handed on as parsed, what does not is a 400 naming every fault. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data: unknown) => {
    const { success, data: value, error } = schema.safeParse(data, { reportInput: true })
    return success
      ? { value }
      : { error: new Refusal('request.malformed', {}, error.issues.flatMap(faultsOf).slice(0, 100)) }
  }

export const faultsOf = (issue: z.core.$ZodIssue): FieldFault[] => {
  const path = issue.path.map(String).join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [path, key].filter(Boolean).join('.'), code: 'field.unknown' }))
    case 'invalid_type':
      return [{ path, code: issue.input === undefined ? 'field.required' : 'field.type' }]
    case 'too_big':
    case 'too_small': {
      const params = {
        ...('maximum' in issue && { max: Number(issue.maximum) }),
        ...('minimum' in issue && { min: Number(issue.minimum) }),
      }
      const code = issue.origin === 'string' ? 'text.length' : issue.origin === 'array' ? 'list.length' : 'number.range'
      return [{ path, code, params: { min: 0, ...params } }]
    }
    case 'invalid_value':
      return [{ path, code: 'field.choice' }]
    case 'invalid_union':
      return unionFaults(issue, path)
    case 'custom':
      return [{ path, code: isCode(issue.message) ? issue.message : 'field.invalid', ...paramsOf(issue) }]
    default:
      return [{ path, code: isCode(issue.message) ? issue.message : 'field.invalid' }]
  }
}

const isCode = (text: string | undefined): text is string =>
  text !== undefined && /^[a-z][\w]*(\.[a-z][\w]*)+$/i.test(text)
const paramsOf = (issue: z.core.$ZodIssueCustom) =>
  issue.params ? { params: issue.params as Record<string, unknown> } : {}

// The branch that got furthest says best what is wrong.
const unionFaults = (issue: z.core.$ZodIssueInvalidUnion, path: string): FieldFault[] => {
  const deepest = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0]
  return [{ path: [path, ...(deepest?.path.map(String) ?? [])].filter(Boolean).join('.'), code: 'field.invalid' }]
}
