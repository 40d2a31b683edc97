/** What somebody is told of what was found: the records in his reach by name, of others that they exist, as far as his hints go. */
import type { DuplicateMatch, DuplicateType, HiddenMatch } from '@rapport/domain/features/duplicates/duplicates.ts'
import type { Level } from '@rapport/domain/features/duplicates/score.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { takeHints } from './duplicate-hints.commands.ts'
import { ownerFor, shownMatch, type Found } from './found.queries.ts'

/** `level` is that of the surest he is told of, by all there is; null where he is told of none. */
export type Told = { matches: DuplicateMatch[]; hidden: HiddenMatch[]; level: Level | null }

/** For each in the order given; the hints of all are taken together. */
export const tellMany = async (
  ctx: Ctx | Tx,
  type: DuplicateType,
  founds: readonly (readonly Found[])[],
): Promise<Told[]> => {
  const sorted = founds.map((found) =>
    found.map((one) => ({ one, match: shownMatch(ctx.actor, type, one), beyond: levelBeyond(one) })),
  )
  const asked = sorted.flat().filter(({ match, beyond }) => match === null && beyond !== null)
  const told = new Set(await takeHints(ctx, [...new Set(asked.map(({ one }) => one.candidate.id))]))
  return sorted.map((found): Told => {
    const matches = found.flatMap(({ match }) => match ?? [])
    const beyond = found.filter(({ one, match }) => match === null && told.has(one.candidate.id))
    const heard = found.filter(({ one, match }) => match !== null || told.has(one.candidate.id))
    const isCertain = heard.some(({ one, match }) => one.all.level === 'certain' || match?.level === 'certain')
    const hidden = beyond.flatMap(({ one: { candidate }, beyond: level }): HiddenMatch[] =>
      level === null
        ? []
        : [{ level, owner: ownerFor(ctx.actor, type, candidate), since: new Date(candidate.since).toISOString() }],
    )
    return { matches, hidden, level: heard.length === 0 ? null : isCertain ? 'certain' : 'likely' }
  })
}

// What is certain is said whatever he may read of it, because it keeps the record out; what is likely by what he may read.
const levelBeyond = ({ all, open, candidate }: Found): Level | null =>
  all.level === 'certain' ? 'certain' : candidate.visible ? null : open.level
