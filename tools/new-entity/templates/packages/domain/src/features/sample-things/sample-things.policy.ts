/** Who may do what with a sample thing. Sample things are the company's, so rights alone decide. */
import { may, type Actor } from '../../access/actor.ts'

export const sampleThingPolicy = {
  edit: (actor: Actor) => may(actor, 'sample-things.update'),
  archive: (actor: Actor, sampleThing: { archivedAt: unknown }) =>
    may(actor, 'sample-things.update') && sampleThing.archivedAt === null,
  delete: () => false,
}
