/** The words of a comment, with the people it mentions as they are called now. */
import { piecesOf } from '@rapport/domain/features/comments/mentions.ts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import type { Comment } from './comments.queries.ts'
import styles from './comments.module.css'

export function CommentText({ body, mentions }: Pick<Comment, 'body' | 'mentions'>) {
  const { t } = useTranslation('comments')
  const { user } = useMe()
  const names = new Map(mentions?.map(({ id, label }) => [id, label]))
  return (
    <span className={styles.words}>
      {piecesOf(body).map((piece, at) =>
        'text' in piece ? (
          piece.text
        ) : (
          // A text never changes its order, so the place is the name of a piece.
          <b key={at} className={styles.mention} data-me={piece.userId === user.id || undefined}>
            @{names.get(piece.userId) || t(($) => $.somebody)}
          </b>
        ),
      )}
    </span>
  )
}
