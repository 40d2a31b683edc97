/** The nouns whose lists are exported, and who takes part in it: never more than the right to export reaches. */
import { may, scopeOf, type Actor } from '@rapport/domain/access/actor.ts'
import { widerScope, type Scope } from '@rapport/domain/access/scope.ts'
import type { JobEntity } from '@rapport/domain/features/jobs/job-choices.ts'
import { demand } from '../../http/problems.ts'
import { recordSets } from '../../records/all.ts'
import type { RecordSet } from '../../records/record-set.ts'

export const recordsOf = (entity: JobEntity): RecordSet => recordSets()[entity] as RecordSet

const narrower = (a: Scope, b: Scope): Scope => (widerScope(a, b) === a ? b : a)

/** The actor with no more in sight than he may export. Errors: 403 without the right. */
export const exporting = (actor: Actor, entity: JobEntity): Actor => {
  demand(may(actor, `${entity}.export`))
  const far = actor.rules.reach?.[entity]?.export
  if (!far) return actor
  const { rules } = actor
  // What is seen through its customer reaches no further by that way.
  const scopes = { ...rules.scopes, [entity]: far, customers: narrower(far, scopeOf(actor, 'customers')) }
  return { ...actor, rules: { ...rules, scopes } }
}
