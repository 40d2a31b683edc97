/** Which candidates may be the same, by all there is and by what the caller may read of it. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { isClear, readsLabel } from '@rapport/domain/access/readable.ts'
import type { DuplicateMatch, DuplicateType } from '@rapport/domain/features/duplicates/duplicates.ts'
import { identityOf, type Described } from '@rapport/domain/features/duplicates/identity.ts'
import { compareIdentities, type Verdict } from '@rapport/domain/features/duplicates/score.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { findCandidates, nounOf, type Candidate } from './candidates.queries.ts'

/** `open` is the verdict by the fields the caller may read: by others he must not feel that they agree. */
export type Found = { candidate: Candidate; all: Verdict; open: Verdict }

/** Everything likely or certain, surest first. */
export const findDuplicates = async (
  ctx: Ctx | Tx,
  type: DuplicateType,
  described: Described,
  exceptId: string | null = null,
): Promise<{ found: Found[]; hinted: string[] }> => {
  const [whole, read] = [identityOf(described), identityOf(readableOf(ctx.actor, type, described))]
  const { candidates, hinted } = await findCandidates(ctx, type, whole, exceptId)
  const found = candidates.map((candidate) => ({
    candidate,
    all: compareIdentities(whole, identityOf(candidate.described)),
    open: compareIdentities(read, identityOf(readableOf(ctx.actor, type, candidate.described))),
  }))
  // By what he may not read nothing is left out and nothing put in order.
  const sure = found.filter(({ all, open }) => all.level !== null || open.level !== null)
  const order = (a: Found, b: Found) => b.open.score - a.open.score || (a.candidate.id < b.candidate.id ? -1 : 1)
  return { found: sure.toSorted(order), hinted }
}

const fields = [
  'shortName',
  'phones',
  'emails',
  'wechat',
  'taxNo',
  'registryNo',
  'website',
  'birthDate',
  'city',
  'addresses',
] as const

const readableOf = (actor: Actor, type: DuplicateType, described: Described): Described => {
  const noun = nounOf[type]
  const isOpen = (name: string) => isClear(actor, noun, name)
  const kept = { ...described }
  for (const name of fields) if (!isOpen(name)) delete kept[name]
  if (!isOpen('name')) kept.name = ''
  if (!isOpen('customerIds')) delete kept.customerIds
  return kept
}

/** As the caller sees it; null for a record beyond his reach, or one that he may not tell by what he may read. */
export const shownMatch = (actor: Actor, type: DuplicateType, { candidate, open }: Found): DuplicateMatch | null => {
  const noun = nounOf[type]
  const readsKind = type === 'contact' || isClear(actor, noun, 'kind')
  if (!candidate.visible || open.level === null || !readsLabel(actor, noun) || !readsKind) return null
  const { id, label, detail } = candidate
  const { level, score, reasons } = open
  const number = type === 'customer' && isClear(actor, noun, 'number') ? detail : null
  return { id, label, detail: number, owner: ownerFor(actor, type, candidate), level, score, reasons }
}

export const ownerFor = (actor: Actor, type: DuplicateType, { owner }: Candidate): string | null =>
  isClear(actor, nounOf[type], 'ownerId') && readsLabel(actor, 'users') ? owner : null
