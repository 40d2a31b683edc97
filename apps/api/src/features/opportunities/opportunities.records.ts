/** Opportunities in SQL: seen by their own owner and team, lent, or through their customer. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { may, scopeOf } from '@rapport/domain/access/actor.ts'
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import {
  opportunityPolicy,
  type OpportunityFacts,
} from '@rapport/domain/features/opportunities/opportunities.policy.ts'
import { column, recordSet, sql, type Reader, type Sql } from '../../records/record-set.ts'
import { isClear } from '@rapport/domain/access/readable.ts'
import { actionOf, anyOf, lent, waysIn, withinScope } from '../../records/scope.ts'
import { holds, knownOf, searchedColumn } from '../../records/searched.ts'
import { customerRecords, throughCustomer } from '../customers/customers.records.ts'
import { stageRecords } from '../pipelines/stages.records.ts'
import { computedOpportunityFields } from './opportunity-computed.records.ts'
import { competitorLinks } from './opportunity-competitors.records.ts'
import { opportunityParts } from './opportunity-parts.records.ts'

/** The deals within the actor's reach; the trash is not left out here. With `write`: those he may change, asked of few. */
export const opportunityReach = (actor: Actor, alias: string, write = false, few = write): Sql =>
  anyOf(opportunityWays(actor, alias, write, few))

const opportunityWays = (actor: Actor, alias: string, write = false, few = write): Sql[] =>
  scopeOf(actor, 'opportunities', actionOf(write)) === 'all'
    ? [sql`true`]
    : [
        ...waysIn(actor, 'opportunities', alias, actionOf(write)),
        lent(actor, 'opportunity', alias, write),
        throughCustomer(actor, column(alias, 'customerId'), { write, few }),
      ]

// Deals are looked for by the name of their customer as well, unless whose they are is hidden.
const customersLike = ({ actor }: Reader): ((word: string) => Sql) | null => {
  if (!may(actor, 'customers.read') || !isClear(actor, 'opportunities', 'customerId')) return null
  const known = customerRecords.search && knownOf(customerRecords.search, (name) => isClear(actor, 'customers', name))
  if (!known) return null
  return (word) => sql`opportunity."customerId" = any(array(select customer.id from customers customer
    where ${holds(known, word)} and ${customerRecords.visibleTo(actor)}))`
}

export const opportunityRecords = recordSet({
  noun: 'opportunities',
  alias: 'opportunity',
  fields: opportunityFields,
  from: sql`opportunities opportunity left join customers customer on customer.id = opportunity."customerId"
    left join pipelines pipeline on pipeline.id = opportunity."pipelineId"
    left join stages stage on stage.id = opportunity."stageId"
    left join users owner on owner.id = opportunity."ownerId" left join teams team on team.id = opportunity."teamId"
    left join sources source on source.id = opportunity."sourceId"
    left join dictionary_items reason on reason.id = opportunity."reasonId"
    left join stages closed_in on closed_in.id = opportunity."closedInStageId"`,
  visibleTo: (actor, few) =>
    sql`opportunity."deletedAt" is null and ${opportunityReach(actor, 'opportunity', false, few)}`,
  ways: (actor) => opportunityWays(actor, 'opportunity'),
  reach: (actor, few) => opportunityReach(actor, 'opportunity', false, few),
  computed: computedOpportunityFields,
  parts: opportunityParts,
  links: competitorLinks,
  labels: {
    customer: sql`customer.name`,
    pipeline: sql`pipeline.label`,
    stage: sql`stage.label`,
    owner: sql`owner.name`,
    team: sql`team.label`,
    source: sql`source.label`,
    reason: sql`reason.label`,
    closedInStage: sql`closed_in.label`,
  },
  ranks: {
    stage: sql`stage."pipelineId", stage."order"`,
    closedInStage: sql`closed_in."pipelineId", closed_in."order"`,
  },
  related: { customer: () => customerRecords, stage: () => stageRecords },
  search: searchedColumn(sql`opportunity."searchText"`, {
    name: sql`opportunity.name`,
    number: sql`opportunity.number`,
  }),
  searchAlso: customersLike,
  restorable: (actor) => withinScope(actor, 'opportunities', 'opportunity', 'delete'),
  title: sql`opportunity.name`,
  facts: ({ actor }) => ({
    ownerId: column('opportunity', 'ownerId'),
    teamId: column('opportunity', 'teamId'),
    phase: column('opportunity', 'phase'),
    // Without an owner the comparison is null, which is no answer.
    writable: sql`(${opportunityReach(actor, 'opportunity', true)}) is true`,
    baseCurrency: sql`coalesce((select value->>'baseCurrency' from settings where key = 'organisation'), 'CNY')`,
  }),
  can: (actor, row) => {
    const facts = row as OpportunityFacts
    return {
      edit: opportunityPolicy.edit(actor, facts),
      move: opportunityPolicy.move(actor, facts),
      close: opportunityPolicy.close(actor, facts),
      reopen: opportunityPolicy.reopen(actor, facts),
      override: opportunityPolicy.override(actor, facts),
      transfer: opportunityPolicy.transfer(actor, facts),
      share: opportunityPolicy.share(actor, facts),
      delete: opportunityPolicy.delete(actor, facts),
    }
  },
  defaultSort: ['-updatedAt'],
})
