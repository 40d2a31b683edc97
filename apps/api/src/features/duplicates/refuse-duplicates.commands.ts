/** Nobody is created twice without a reason; who may be there already is put aside for review. */
import { may } from '@rapport/domain/access/actor.ts'
import { MOST_MATCHES, type DuplicateType } from '@rapport/domain/features/duplicates/duplicates.ts'
import { identityOf, keysOf, type Described } from '@rapport/domain/features/duplicates/identity.ts'
import type { Verdict } from '@rapport/domain/features/duplicates/score.ts'
import type { Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { givenRows } from '../../records/given-rows.ts'
import { sql } from '../../records/record-set.ts'
import { findDuplicates, type Found } from './found.queries.ts'
import { tellMany } from './tell.commands.ts'

/**
 * Returns what is to be reviewed once the record is in. Errors: 409 `duplicate.certain` with the matches, unless the caller may
 * override and says why.
 */
export const demandNew = async (
  tx: Tx,
  type: DuplicateType,
  described: Described,
  reason: string | undefined,
): Promise<Found[]> => {
  await lockKeys(tx, described)
  const { found } = await findDuplicates(tx, type, described)
  const certain = found.filter(({ all }) => all.level === 'certain').slice(0, MOST_MATCHES)
  const isOverridden = reason !== undefined && may(tx.actor, 'duplicate.override')
  if (certain.length > 0 && !isOverridden) await refuseCertain(tx, type, certain)
  return found
}

// Two who enter the same person at the same moment come one after the other, so that the second is told of the first.
const lockKeys = async (tx: Tx, described: Described): Promise<void> => {
  const names = keysOf(identityOf(described)).map(({ kind, value }) => `identity:${kind}:${value}`)
  await tx.db.$queryRaw`
    select count(pg_advisory_xact_lock(hashtextextended(name, 0))) from unnest(${names.toSorted()}::text[]) name`
}

// Of what lies beyond his reach the caller hears once his hints allow; until then it is saved and reviewed like what is likely.
const refuseCertain = async (tx: Tx, type: DuplicateType, certain: readonly Found[]): Promise<void> => {
  const [told] = await tellMany(tx, type, [certain])
  if (!told || told.matches.length + told.hidden.length === 0) return
  const mayOverride = may(tx.actor, 'duplicate.override')
  refuse('duplicate.certain', { matches: told.matches, hidden: told.hidden, mayOverride })
}

/** Puts the pairs aside for review, each once. */
export const queueDuplicates = (tx: Tx, type: DuplicateType, id: string, found: readonly Found[]): Promise<void> =>
  queuePairs(
    tx,
    type,
    found.map(({ candidate, all }) => ({ ids: [id, candidate.id], verdict: all })),
  )

/** Two records that may be one, and why. */
export type Pair = { ids: readonly [string, string]; verdict: Verdict }

/** Pairs of many records in one statement; what is not even likely is no pair. */
export const queuePairs = async (tx: Tx, type: DuplicateType, all: readonly Pair[]): Promise<void> => {
  const pairs = all
    .filter(({ verdict, ids: [a, b] }) => verdict.level !== null && a !== b)
    .map(({ ids, verdict: { score, reasons } }) => {
      const [aId, bId] = ids.toSorted()
      return { aId, bId, score, reasons }
    })
  if (pairs.length === 0) return
  const rows = givenRows([
    { name: 'aId', type: 'uuid', values: pairs.map(({ aId }) => aId) },
    { name: 'bId', type: 'uuid', values: pairs.map(({ bId }) => bId) },
    { name: 'score', type: 'int', values: pairs.map(({ score }) => score) },
    { name: 'reasons', type: 'jsonb', values: pairs.map(({ reasons }) => reasons) },
  ])
  await tx.db.$executeRaw(sql`
    insert into duplicate_candidates ("recordType", "aId", "bId", score, reasons, "createdAt")
    select ${type}, "aId", "bId", score, reasons, ${tx.now}::timestamptz from ${rows} given on conflict do nothing`)
}
