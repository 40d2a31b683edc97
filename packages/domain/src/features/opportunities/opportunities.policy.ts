/** Who may do what with an opportunity he sees. */
import { may, type Actor } from '../../access/actor.ts'
import { reaches, type Placed } from '../../access/reach.ts'
import { readsFigure } from '../../access/readable.ts'
import { isOpenPhase } from '../pipelines/stages.fields.ts'
import { opportunityFields } from './opportunities.fields.ts'
import { boardFields, placeFields, wayFields } from './place-fields.ts'

/** Where the deal stands, and whether the actor's reach, a collaborator's right or the customer lets him write. */
export type OpportunityFacts = Placed & { writable: boolean; phase: string }

const edit = (actor: Actor, deal: OpportunityFacts) => may(actor, 'opportunities.update') && deal.writable

const reads =
  (...names: string[]) =>
  (actor: Actor) =>
    names.every((name) => readsFigure(actor, 'opportunities', opportunityFields, name))

/** The owner, or who has full rights over the owner's team. */
const decides = (actor: Actor, deal: Placed) =>
  may(actor, 'opportunities.update') &&
  (deal.ownerId === actor.userId ||
    (may(actor, 'opportunities.delete') && reaches(actor, 'opportunities', deal, 'delete')))

export const opportunityPolicy = {
  edit,
  move: (actor: Actor, deal: OpportunityFacts) => edit(actor, deal) && isOpenPhase(deal.phase),
  close: (actor: Actor, deal: OpportunityFacts) => edit(actor, deal) && isOpenPhase(deal.phase),
  reopen: (actor: Actor, deal: OpportunityFacts) => edit(actor, deal) && !isOpenPhase(deal.phase),
  override: (actor: Actor, deal: OpportunityFacts) => edit(actor, deal) && may(actor, 'stage.override'),
  /** What deals are worth, one or the sum of many, as entered or weighted: on boards, in reports, at their customer. */
  readWorth: reads('baseAmount'),
  readWeighted: reads('weightedBase'),
  readPlace: reads(...placeFields),
  readBoard: reads(...boardFields),
  readWay: reads(...wayFields),
  /** Whether they stay too long where they are. */
  readStay: reads('rotting'),
  delete: (actor: Actor, deal: Placed) =>
    may(actor, 'opportunities.delete') && reaches(actor, 'opportunities', deal, 'delete'),
  transfer: decides,
  /** Lending access, and taking it back. */
  share: decides,
  /** Giving a new deal to somebody: to oneself always, to others within one's reach. */
  assign: (actor: Actor, place: Placed) => reaches(actor, 'opportunities', place, 'create'),
}
