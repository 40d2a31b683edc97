/** Who may take a file away that he sees. */
import { may, type Actor } from '../../access/actor.ts'

export type AttachmentFacts = { authorId: string | null }

export const attachmentPolicy = {
  /** One's own, and anybody's by who keeps order here. */
  delete: (actor: Actor, { authorId }: AttachmentFacts) =>
    (authorId !== null && authorId === actor.userId) || may(actor, 'settings.manage'),
}
