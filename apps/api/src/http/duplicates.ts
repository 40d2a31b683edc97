/** What a unique key of the database refused, in words of the contract: which constraint it was is nobody's business. */
import { readableFields } from '@rapport/domain/access/readable.ts'
import type { Route } from '@rapport/domain/contract/route.ts'
import type { FastifyRequest } from 'fastify'
import { keyOf } from '../db/sql-state.ts'
import { recordSets } from '../records/all.ts'
import { Refusal } from './problems.ts'

type Asked = Pick<FastifyRequest, 'actor' | 'routeOptions'>

/** Names the field where the key is one field of the noun asked for, and one that the caller may read. */
export const duplicateRefusal = (error: unknown, request: Asked): Refusal => {
  const field = fieldOf(error, request)
  if (field === undefined) return new Refusal('record.exists')
  return new Refusal('record.duplicate', { field }, [{ path: field, code: 'record.duplicate' }])
}

const fieldOf = (error: unknown, { actor, routeOptions }: Asked): string | undefined => {
  const { contract } = routeOptions.config as { contract?: Pick<Route, 'path'> }
  const noun = contract?.path.split('/')[1] ?? ''
  const set = recordSets()[noun]
  if (!set || !actor) return undefined
  const { columns, constraint } = keyOf(error)
  const table = noun.replaceAll('-', '_')
  return Object.keys(readableFields(actor, set.noun, set.fields)).find(
    (name) => (columns.length === 1 && columns[0] === name) || constraint === `${table}_${name}_key`,
  )
}
