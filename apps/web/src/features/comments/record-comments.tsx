/** What people say to each other about a record: the box, and the threads below it. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../../lib/actions.ts'
import { Button } from '../../ui/button.tsx'
import { rowsOf } from '../../ui/list-query.ts'
import { QueryProblem } from '../../ui/query-problem.tsx'
import { Coming } from '../../ui/coming.tsx'
import { Section } from '../../ui/section.tsx'
import { CommentBox } from './comment-box.tsx'
import { CommentThread } from './comment-thread.tsx'
import { commentsOn, type Comment, type Target } from './comments.queries.ts'
import styles from './comments.module.css'
import { useNewComment } from './use-new-comment.ts'

function NewComment({ target }: { target: Target }) {
  const { t } = useTranslation('comments')
  const input = useRef<HTMLTextAreaElement>(null)
  const { typed, change, send, busy, problem } = useNewComment(target, null)
  useActions([
    { id: 'comments.add', label: t(($) => $.add), group: 'page', keys: 'M', run: () => input.current?.focus() },
  ])
  return (
    <CommentBox
      target={target}
      label={t(($) => $.add)}
      value={typed}
      onChange={change}
      onSend={send}
      send={t(($) => $.send)}
      busy={busy}
      problem={problem}
      input={input}
    />
  )
}

const threadsIn = (comments: Comment[]): [string, Comment[]][] => [...Map.groupBy(comments, ({ threadId }) => threadId)]

export function RecordComments({ target }: { target: Target }) {
  const { t } = useTranslation('comments')
  const query = useInfiniteQuery(commentsOn(target))
  return (
    <Section bare title={t(($) => $.title)}>
      <NewComment key={target.id} target={target} />
      {query.isPending && <Coming />}
      {query.isError && <QueryProblem error={query.error} retry={() => void query.refetch()} />}
      <ul className={styles.threads}>
        {threadsIn(rowsOf(query)).map(([id, thread]) => (
          <CommentThread key={id} thread={thread} target={target} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button small tone="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t(($) => $.earlier)}
        </Button>
      )}
    </Section>
  )
}
