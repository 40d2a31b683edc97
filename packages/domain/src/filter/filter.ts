/**
 * The one filter language: lists, saved views, segments, rules, stage criteria and drill-downs store this tree and
 * nothing else. It compiles to SQL and evaluates in memory with equal results. Types only, so that any screen may import it.
 */
import type { Period } from '../dates.ts'

export type RelativeDay = { daysAgo: number } | { daysAhead: number }
/** A calendar period counted from the current one: offset −1 is the last one. */
export type RelativePeriod = { period: Period; offset: number }
/** The reader, or the reader's team. */
export type Me = { me: true } | { myTeam: true }
export type Scalar = string | number | boolean
export type FilterValue =
  | Scalar
  | RelativeDay
  | RelativePeriod
  | Me
  | readonly (Scalar | Me)[]
  | { from: string; to: string }

export type Operator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'startsWith'
  | 'empty'
  | 'notEmpty'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'between'
  | 'before'
  | 'after'
  | 'within'
  | 'hasAny'
  | 'hasAll'

export type Condition = { field: string; op: Operator; value?: FilterValue }
export type Filter = { and: Filter[] } | { or: Filter[] } | { not: Filter } | Condition

export const isCondition = (filter: Filter): filter is Condition => 'field' in filter

/** All conditions of a tree, in reading order. */
export const conditionsOf = (filter: Filter): Condition[] => {
  if (isCondition(filter)) return [filter]
  if ('not' in filter) return conditionsOf(filter.not)
  return ('and' in filter ? filter.and : filter.or).flatMap(conditionsOf)
}

/** Both filters must hold; an absent one holds always. */
export const both = (a: Filter | undefined, b: Filter | undefined): Filter | undefined =>
  a && b ? { and: [a, b] } : (a ?? b)
