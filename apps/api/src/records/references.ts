/** Records that a draft or patch names must exist and be usable: not archived, not gone. */
import type { Ctx, Tx } from '../ctx.ts'
import { refuse } from '../http/problems.ts'

type Given = Record<string, string | null | undefined>

const idsOf = (given: Given): [field: string, id: string][] =>
  Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string')

const demandFound = (given: Given, found: readonly { id: string }[]): void => {
  const known = new Set(found.map(({ id }) => id))
  const faults = idsOf(given).flatMap(([path, id]) => (known.has(id) ? [] : [{ path, code: 'reference.invalid' }]))
  if (faults.length > 0) refuse('reference.invalid', { field: faults[0]?.path }, faults)
}

/** Errors: 422 `reference.invalid` naming the field whose item is archived or of another dictionary. */
export const demandItems = async (ctx: Ctx | Tx, dictionary: string, given: Given): Promise<void> => {
  const ids = idsOf(given).map(([, id]) => id)
  if (ids.length === 0) return
  const found = await ctx.db.dictionaryItem.findMany({
    where: { id: { in: ids }, archivedAt: null, dictionary: { code: dictionary } },
    select: { id: true },
  })
  demandFound(given, found)
}

/** Errors: 422 `reference.invalid` for a source that is archived or does not exist. */
export const demandSource = async (ctx: Ctx | Tx, sourceId: string | null | undefined): Promise<void> => {
  if (!sourceId) return
  const found = await ctx.db.source.findMany({ where: { id: sourceId, archivedAt: null }, select: { id: true } })
  demandFound({ sourceId }, found)
}

export type NewOwner = { ownerId: string | null; teamId: string | null; name: string }

/**
 * Who shall own a record, with the team it comes to. His row is locked until the transaction ends: who is leaving at this
 * moment either finds the new record among what he owns, or is found to have left. Errors: 422 `reference.invalid` for
 * somebody who is not active.
 */
export const findOwner = async (tx: Tx, ownerId: string | null): Promise<NewOwner> => {
  if (ownerId === null) return { ownerId: null, teamId: null, name: '' }
  const [user] = await tx.db.$queryRaw<{ id: string; primaryTeamId: string | null; name: string }[]>`
    select id, "primaryTeamId", name from users where id = ${ownerId}::uuid and status = 'active' for share`
  demandFound({ ownerId }, user ? [user] : [])
  return { ownerId, teamId: user?.primaryTeamId ?? null, name: user?.name ?? '' }
}
