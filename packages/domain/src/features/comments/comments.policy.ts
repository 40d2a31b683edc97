/** Who may do what with a comment he sees. */
import { may, type Actor } from '../../access/actor.ts'

export type CommentFacts = { authorId: string | null }

const isAuthor = (actor: Actor, { authorId }: CommentFacts) => authorId !== null && authorId === actor.userId
const moderates = (actor: Actor) => may(actor, 'settings.manage')

export const commentPolicy = {
  /** Nobody changes what another person said. */
  edit: isAuthor,
  /** One's own, and anybody's by who keeps order here. */
  delete: (actor: Actor, comment: CommentFacts) => isAuthor(actor, comment) || moderates(actor),
  /** What others have answered goes only with their answers. */
  deleteThread: moderates,
}
