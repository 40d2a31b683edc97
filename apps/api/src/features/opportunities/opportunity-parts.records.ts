/** The lists that hang on an opportunity, as JSON. */
import { may, type Actor } from '@rapport/domain/access/actor.ts'
import { isClear } from '@rapport/domain/access/readable.ts'
import { moneyText } from '../../records/money-text.ts'
import { sql, type Part, type Reader } from '../../records/record-set.ts'

const lines = sql`coalesce((
  select json_agg(json_build_object('id', line.id, 'productId', line."productId",
    'product', json_build_object('id', line."productId", 'label', product.label), 'description', line.description,
    'quantity', trim_scale(line.quantity)::text, 'unitPrice', trim_scale(line."unitPrice")::text,
    'discount', trim_scale(line.discount)::text, 'net', ${moneyText(sql`line.net`, sql`opportunity.currency`)})
    order by line."order", line.id)
  from opportunity_lines line join products product on product.id = line."productId"
  where line."opportunityId" = opportunity.id), '[]'::json)`

const contacts = sql`coalesce((
  select json_agg(json_build_object('contactId', link."contactId",
    'contact', json_build_object('id', link."contactId", 'label', contact.name),
    'buyingRole', link."buyingRole", 'attitude', link.attitude) order by contact.name, contact.id)
  from opportunity_contacts link join contacts contact on contact.id = link."contactId" and contact."deletedAt" is null
  where link."opportunityId" = opportunity.id), '[]'::json)`

const competitors = sql`coalesce((
  select json_agg(json_build_object('competitorId', link."competitorId",
    'competitor', json_build_object('id', link."competitorId", 'label', competitor.name), 'note', link.note)
    order by competitor.name)
  from opportunity_competitors link join competitors competitor on competitor.id = link."competitorId"
  where link."opportunityId" = opportunity.id), '[]'::json)`

const closeDateChanges = sql`coalesce((
  select json_agg(json_build_object('at', to_char(change.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'by', case when person.id is null then null else json_build_object('id', person.id, 'label', person.name) end,
    'from', change."from"::text, 'to', change."to"::text) order by change.at, change.id)
  from close_date_changes change left join users person on person.id = change."byId"
  where change."opportunityId" = opportunity.id), '[]'::json)`

const moveId = sql`(select stay.id from stage_moves stay where stay."opportunityId" = opportunity.id and stay."leftAt" is null)`

const nothing = sql`'[]'::json`

/** Lines tell products and what the deal is worth. */
export const readsLines = (actor: Actor): boolean =>
  may(actor, 'products.read') && isClear(actor, 'opportunities', 'amount')

/**
 * Names of people and products are told only to who may read these nouns at all; what a list adds up to or tells the past of,
 * only to who may read that field.
 */
export const opportunityParts = ({ actor }: Reader): Record<string, Part> => ({
  lines: { value: readsLines(actor) ? lines : nothing, heavy: true },
  contacts: { value: may(actor, 'contacts.read') ? contacts : nothing, heavy: true },
  competitors: { value: may(actor, 'competitors.read') ? competitors : nothing, heavy: true },
  closeDateChanges: {
    value: isClear(actor, 'opportunities', 'expectedCloseAt') ? closeDateChanges : nothing,
    heavy: true,
  },
  moveId: { value: moveId, heavy: true },
})
