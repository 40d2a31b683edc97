/**
 * Nobody comes in twice without a decision: rows that are likely or certainly there already, as a record or as a row before, are
 * duplicates until somebody says otherwise. Asked for all rows together; held in the check and in the run alike.
 */
import { may } from '@rapport/domain/access/actor.ts'
import { MOST_MATCHES } from '@rapport/domain/features/duplicates/duplicates.ts'
import { identityOf } from '@rapport/domain/features/duplicates/identity.ts'
import { recogniser, type Earlier, type Within } from '@rapport/domain/features/duplicates/within.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { Tx } from '../../../ctx.ts'
import { findDuplicatesOfMany, type Found } from '../../duplicates/found.queries.ts'
import { tellMany, type Told } from '../../duplicates/tell.commands.ts'
import type { Importer, Judged } from '../batch/importer.ts'
import { loadChoices } from './choices.queries.ts'
import type { Doubles } from './doubles.ts'
import { settle } from './settle.ts'

// Remembered as long as the keys of the same walk through the file.
const walks = new WeakMap<object, Within>()
const withinOf = (walk: object): Within => {
  const within = walks.get(walk) ?? recogniser()
  walks.set(walk, within)
  return within
}

/** `walk` stands for one walk through the file. Returns the rows that have become changes of a record. */
export const recognise = async (
  tx: Tx,
  { recognised }: Importer,
  plan: ImportPlan,
  judged: readonly Judged[],
  walk: object,
): Promise<Judged[]> => {
  const asked = recognised ? judged.filter(isAsked) : []
  if (!recognised || asked.length === 0) return []
  const described = asked.map(recognised.describe)
  const founds = await findDuplicatesOfMany(tx, recognised.type, described)
  const told = await tellMany(tx, recognised.type, founds)
  const choices = await loadChoices(tx, plan.id, asked)
  const within = withinOf(walk)
  const mayOverride = may(tx.actor, 'duplicate.override')
  const turned: Judged[] = []
  for (const [at, one] of asked.entries()) {
    const { rowNo } = one.row
    const identity = identityOf(described[at] ?? { kind: 'person', name: '' })
    const earlier = within.find(identity).filter(({ id }) => id < rowNo)
    const { recordId = null, reason = null } = choices.get(rowNo) ?? {}
    one.doubles = doublesOf(founds[at] ?? [], told[at], earlier, reason)
    if (settle(one, one.doubles, recordId, mayOverride)) turned.push(one)
    if (one.verdict === 'new') within.add(rowNo, identity)
  }
  return turned
}

// Changes of a record it was told to match are nothing new, unless somebody chose among the matches.
const isAsked = ({ row, verdict, decision }: Judged) =>
  !row.isBlank && (verdict === 'new' || verdict === 'duplicate' || (verdict === 'update' && decision !== null))

const nothing: Told = { matches: [], hidden: [], level: null }

const doublesOf = (
  found: readonly Found[],
  { matches, hidden, level }: Told = nothing,
  earlier: readonly Earlier[],
  reason: string | null,
): Doubles => {
  const certain = level === 'certain' || earlier.some(({ verdict }) => verdict.level === 'certain')
  return {
    found,
    told: { matches: matches.slice(0, MOST_MATCHES), hidden: hidden.slice(0, MOST_MATCHES), level },
    earlier: earlier.slice(0, MOST_MATCHES),
    level: certain ? 'certain' : earlier.length > 0 ? 'likely' : level,
    reason,
  }
}
