/** Who may do what with a sample thing. Sample things are the company's, so rights alone decide. */
import { may, type Actor } from '../../access/actor.ts'

export const sampleThingPolicy = {
  edit: (actor: Actor) => may(actor, 'sampleThings.update'),
  archive: (actor: Actor, sampleThing: { archivedAt: Date | null }) =>
    may(actor, 'sampleThings.update') && sampleThing.archivedAt === null,
  delete: () => false,
}
