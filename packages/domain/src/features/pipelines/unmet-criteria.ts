/** Which criteria a deal does not meet, from facts gathered beforehand. Pure: the same facts give the same answer. */
import type { Label } from '../../field/kinds.ts'
import { matches } from '../../filter/matches.ts'
import { resolveFilter, type FieldLookup, type FilterEnv } from '../../filter/resolve.ts'
import type { Filter } from '../../filter/filter.ts'
import type { Criterion } from './criteria.ts'
import { buyingRoleLabels, inSentence, type ActivityKind, type BuyingRole } from './criterion-choices.ts'
import { filledFilter } from './criterion-faults.ts'

/** What is known of one deal at the moment of the check. */
export type CriterionFacts = {
  /** Values of the fields that the criteria name, by path (`customer.industryId`). */
  values: Record<string, unknown>
  /** When the last activity of each kind was completed. */
  lastDone: Partial<Record<ActivityKind, Date>>
  /** How many contacts stand in each buying role. */
  roles: Partial<Record<BuyingRole, number>>
}

export type CriterionEnv = { lookup: FieldLookup; env: FilterEnv }

/** One criterion that is not met; `missing` says what would meet it. */
export type Unmet = {
  stageId: string
  criterionId: string
  /** `order` is what a pipeline may ask of every win besides its criteria. */
  kind: Criterion['kind'] | 'order'
  label: Label
  missing: Label
  blocking: boolean
  field?: string
}

export type StageCriterion = Criterion & { stageId: string }

/** The unmet ones, in the order given. A criterion that cannot be evaluated counts as unmet. */
export const unmetCriteria = (
  criteria: readonly StageCriterion[],
  facts: CriterionFacts,
  given: CriterionEnv,
): Unmet[] =>
  criteria
    .filter((criterion) => !isMet(criterion, facts, given))
    .map((criterion) => ({
      stageId: criterion.stageId,
      criterionId: criterion.id,
      kind: criterion.kind,
      label: criterion.label,
      missing: missingOf(criterion, facts),
      blocking: criterion.blocking,
      ...(criterion.kind === 'fieldFilled' && { field: criterion.params.field }),
    }))

const isMet = (criterion: Criterion, facts: CriterionFacts, given: CriterionEnv): boolean => {
  switch (criterion.kind) {
    case 'fieldFilled': {
      const field = given.lookup(criterion.params.field)
      return field !== undefined && holds(filledFilter(criterion.params.field, field), facts, given)
    }
    case 'fieldCompare':
      return holds(criterion.params.filter, facts, given)
    case 'activityDone':
      return hasDone(criterion.params, facts, given.env.now)
    case 'contactRole':
      return (facts.roles[criterion.params.role] ?? 0) >= (criterion.params.atLeast ?? 1)
    default:
      return false
  }
}

const holds = (filter: Filter, facts: CriterionFacts, { lookup, env }: CriterionEnv): boolean => {
  const resolved = resolveFilter(filter, lookup, env)
  return resolved.ok && matches(resolved.filter, (path) => facts.values[path])
}

type Done = Extract<Criterion, { kind: 'activityDone' }>['params']

const hasDone = ({ activityKind, withinDays }: Done, { lastDone }: CriterionFacts, now: Date): boolean => {
  const times = activityKind ? [lastDone[activityKind]] : Object.values(lastDone)
  const since = withinDays ? now.getTime() - withinDays * 86_400_000 : Number.NEGATIVE_INFINITY
  return times.some((at) => at !== undefined && at.getTime() >= since)
}

const missingOf = (criterion: Criterion, facts: CriterionFacts): Label => {
  if (criterion.kind !== 'contactRole') return criterion.label
  const { role, atLeast = 1 } = criterion.params
  const lacking = atLeast - (facts.roles[role] ?? 0)
  const name = inSentence(buyingRoleLabels[role])
  return { zh: `还缺 ${lacking} 位${name.zh}`, en: `${lacking} ${name.en}${lacking > 1 ? 's' : ''} missing` }
}

/** The fields whose values the criteria need, so that only these are read. */
export const fieldsNamed = (criteria: readonly Criterion[]): string[] => [
  ...new Set(
    criteria.flatMap((criterion) => {
      if (criterion.kind === 'fieldFilled') return [criterion.params.field]
      return criterion.kind === 'fieldCompare' ? namesIn(criterion.params.filter) : []
    }),
  ),
]

const namesIn = (filter: Filter): string[] => {
  if ('field' in filter) return [filter.field]
  if ('not' in filter) return namesIn(filter.not)
  return ('and' in filter ? filter.and : filter.or).flatMap(namesIn)
}
