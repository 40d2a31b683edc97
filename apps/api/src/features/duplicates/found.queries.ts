/** Which candidates may be the same, by all there is and by what the caller may read of it. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { isClear, readsLabel } from '@rapport/domain/access/readable.ts'
import type { DuplicateMatch, DuplicateType } from '@rapport/domain/features/duplicates/duplicates.ts'
import { identityOf, type Described, type Identity } from '@rapport/domain/features/duplicates/identity.ts'
import { compareIdentities, type Verdict } from '@rapport/domain/features/duplicates/score.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { nounOf } from './candidate-ways.ts'
import { findCandidates, type Candidate } from './candidates.queries.ts'
import { sharersOf } from './sharers.ts'

/** `open` is the verdict by the fields the caller may read: by others he must not feel that they agree. */
export type Found = { candidate: Candidate; all: Verdict; open: Verdict }

/** Everything likely or certain, surest first. */
export const findDuplicates = async (
  ctx: Ctx | Tx,
  type: DuplicateType,
  described: Described,
  exceptId: string | null = null,
): Promise<{ found: Found[]; hinted: string[] }> => {
  const asked = askedBy(ctx.actor, type, described)
  const { candidates, hinted } = await findCandidates(ctx, type, [asked.whole], exceptId)
  return { found: surest(candidates.map((one) => compared(asked, candidateBy(ctx.actor, type, one)))), hinted }
}

/** The same for many, in the order given, asked together: only who has something in common with one is compared with it. */
export const findDuplicatesOfMany = async (
  ctx: Ctx | Tx,
  type: DuplicateType,
  described: readonly Described[],
): Promise<Found[][]> => {
  const asked = described.map((one) => askedBy(ctx.actor, type, one))
  const wholes = asked.map(({ whole }) => whole)
  const { candidates } = await findCandidates(ctx, type, wholes, null)
  const found: Found[][] = asked.map(() => [])
  const whoShares = sharersOf(wholes)
  for (const candidate of candidates) {
    const known = candidateBy(ctx.actor, type, candidate)
    for (const at of whoShares(known.whole, candidate.alike)) found[at]?.push(compared(asked[at] ?? known, known))
  }
  return found.map(surest)
}

type Asked = { whole: Identity; read: Identity }
type Known = Asked & { candidate: Candidate }

const askedBy = (actor: Actor, type: DuplicateType, described: Described): Asked => {
  const whole = identityOf(described)
  const readable = readableOf(actor, type, described)
  // Who may read everything need not be asked twice.
  return { whole, read: isSame(readable, described) ? whole : identityOf(readable) }
}

const candidateBy = (actor: Actor, type: DuplicateType, candidate: Candidate): Known => ({
  candidate,
  ...askedBy(actor, type, candidate.described),
})

const isSame = (readable: Described, described: Described) =>
  readable.name === described.name && Object.keys(readable).length === Object.keys(described).length

const compared = (asked: Asked, { candidate, whole, read }: Known): Found => {
  const all = compareIdentities(asked.whole, whole)
  const isWhole = asked.read === asked.whole && read === whole
  return { candidate, all, open: isWhole ? all : compareIdentities(asked.read, read) }
}

// By what he may not read nothing is left out and nothing put in order.
const surest = (found: readonly Found[]): Found[] =>
  found
    .filter(({ all, open }) => all.level !== null || open.level !== null)
    .toSorted((a, b) => b.open.score - a.open.score || (a.candidate.id < b.candidate.id ? -1 : 1))

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
