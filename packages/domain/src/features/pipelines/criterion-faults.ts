/** What is wrong with a criterion: a rule that can never be checked must not be published, and never be silently true. */
import type { Field } from '../../field/kinds.ts'
import { conditionsOf, type Filter } from '../../filter/filter.ts'
import { resolveFilter, type FieldLookup, type FilterEnv } from '../../filter/resolve.ts'
import type { Criterion } from './criteria.ts'

export type DraftFault = { path: string; code: string; params?: Record<string, unknown> }

/** Kinds whose nouns exist; what speaks of documents, quotes, receipts or approvals cannot be checked yet. */
const checkable = new Set<Criterion['kind']>(['fieldFilled', 'fieldCompare', 'activityDone', 'contactRole'])

/** Faults of one criterion at `path` within the draft; empty when it can be checked. */
export const criterionFaults = (
  criterion: Criterion,
  path: string,
  lookup: FieldLookup,
  env: FilterEnv,
): DraftFault[] => {
  if (!checkable.has(criterion.kind))
    return [{ path: `${path}.kind`, code: 'criterion.kind', params: { kind: criterion.kind } }]
  if (criterion.kind === 'fieldFilled') return filledFaults(criterion.params.field, path, lookup)
  if (criterion.kind === 'fieldCompare') return compareFaults(criterion.params.filter, path, lookup, env)
  return []
}

const filledFaults = (name: string, path: string, lookup: FieldLookup): DraftFault[] => {
  const field = lookup(name)
  const at = { path: `${path}.params.field`, params: { field: name } }
  if (!field?.filterable) return [{ ...at, code: 'criterion.field' }]
  return canBeEmpty(field) ? [] : [{ ...at, code: 'criterion.alwaysMet' }]
}

/** Whether "filled in" says anything: an amount is never null, but zero is no amount; a list may have nothing in it. */
export const canBeEmpty = (field: Field): boolean =>
  !(field.required || field.hasDefault) ||
  ['money', 'refs', 'tags', 'phones', 'emails', 'addresses'].includes(field.kind)

const compareFaults = (filter: Filter, path: string, lookup: FieldLookup, env: FilterEnv): DraftFault[] => {
  const at = `${path}.params.filter`
  // Who is "me" when nobody in particular asks? A rule holds for everybody alike.
  if (conditionsOf(filter).some(({ value }) => /"(me|myTeam)":true/.test(JSON.stringify(value ?? null))))
    return [{ path: at, code: 'criterion.personal' }]
  if (conditionsOf(filter).length === 0) return [{ path: at, code: 'criterion.alwaysMet' }]
  const resolved = resolveFilter(filter, lookup, env)
  return resolved.ok ? [] : [{ path: at, code: 'criterion.field', params: { field: resolved.fault.field } }]
}

/** "Filled in" in the filter language: not empty, and for an amount not zero. */
export const filledFilter = (name: string, field: Field): Filter =>
  field.kind === 'money'
    ? {
        and: [
          { field: name, op: 'notEmpty' },
          { field: name, op: 'ne', value: '0' },
        ],
      }
    : { field: name, op: 'notEmpty' }
