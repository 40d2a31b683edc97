/** A comment as an entry of a timeline. */
import { IconMessage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import { useLabel } from '../../lib/use-language.ts'
import type { TimelineEntry } from '../../ui/timeline.tsx'
import { CommentText } from './comment-text.tsx'
import type { Comment } from './comments.queries.ts'

const nouns = { customer: 'customers', contact: 'contacts', opportunity: 'opportunities' } as const

/** On the timeline of the record `of`; what is said about another record leads there. */
export function useCommentEntry(of: string): (comment: Comment) => TimelineEntry {
  const { t } = useTranslation('comments')
  const textOf = useLabel()
  return (comment) => {
    const name = textOf(comment.createdBy?.label ?? '') || t(($) => $.somebody)
    const to = recordPath(nouns[comment.targetType], comment.targetId)
    return {
      id: comment.id,
      at: comment.createdAt,
      icon: IconMessage,
      title: comment.parentId ? t(($) => $.answered, { name }) : t(($) => $.commented, { name }),
      body: <CommentText {...comment} />,
      ...(comment.targetId !== of && { about: <Link to={to}>{t(($) => $.about[comment.targetType])}</Link> }),
    }
  }
}
