/** Who may do what with a pipeline. Pipelines are the company's; who may define stages may change everything about them. */
import { may, type Actor } from '../../access/actor.ts'

export const pipelinePolicy = {
  edit: (actor: Actor) => may(actor, 'pipeline.define'),
  archive: (actor: Actor, pipeline: { archivedAt: unknown }) =>
    may(actor, 'pipeline.define') && pipeline.archivedAt === null,
  publish: (actor: Actor, pipeline: { draftAt: unknown }) => may(actor, 'pipeline.define') && pipeline.draftAt !== null,
  delete: () => false,
}
