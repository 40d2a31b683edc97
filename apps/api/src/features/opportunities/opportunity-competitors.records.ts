/** Whom we meet in a deal, as a list of ids: told and asked for only by who may read competitors at all. */
import { may, type Actor } from '@rapport/domain/access/actor.ts'
import { sql, type Reader, type Sql } from '../../records/record-set.ts'

export const competitorsMet = (actor: Actor): Sql =>
  may(actor, 'competitors.read')
    ? sql`array(select met."competitorId" from opportunity_competitors met where met."opportunityId" = opportunity.id order by 1)`
    : sql`null::uuid[]`

/** The deals in which one of these is met: found before anything else, not looked for among all deals. */
export const competitorLinks = ({ actor }: Reader): Record<string, (ids: readonly string[]) => Sql> => ({
  competitorIds: (ids) =>
    may(actor, 'competitors.read')
      ? sql`opportunity.id = any(array(select met."opportunityId" from opportunity_competitors met where met."competitorId" = any(${[...ids]}::uuid[])))`
      : sql`false`,
})
