/** A comment with its answers, and the box for one more. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommentBox } from './comment-box.tsx'
import { CommentLine } from './comment-line.tsx'
import type { Comment, Target } from './comments.queries.ts'
import styles from './comments.module.css'
import { useNewComment } from './use-new-comment.ts'

type Props = { thread: Comment[]; target: Target }

function Answer({ target, parentId, onClose }: { target: Target; parentId: string; onClose: () => void }) {
  const { t } = useTranslation('comments')
  const { typed, change, send, discard, busy, problem } = useNewComment(target, parentId, onClose)
  const cancel = () => {
    discard()
    onClose()
  }
  return (
    <CommentBox
      target={target}
      label={t(($) => $.answer)}
      value={typed}
      onChange={change}
      onSend={send}
      send={t(($) => $.send)}
      busy={busy}
      problem={problem}
      onCancel={cancel}
      startHere
    />
  )
}

export function CommentThread({ thread, target }: Props) {
  const { t } = useTranslation('comments')
  const [answering, setAnswering] = useState(false)
  const [first, ...answers] = thread
  if (!first) return null
  return (
    <li className={styles.thread}>
      <CommentLine comment={first} target={target}>
        {!answering && answers.length === 0 && (
          <button type="button" className={styles.link} onClick={() => setAnswering(true)}>
            {t(($) => $.answer)}
          </button>
        )}
      </CommentLine>
      {(answers.length > 0 || answering) && (
        <div className={styles.answers}>
          {answers.map((answer) => (
            <CommentLine key={answer.id} comment={answer} target={target} />
          ))}
          {answering ? (
            <Answer target={target} parentId={first.threadId} onClose={() => setAnswering(false)} />
          ) : (
            <button type="button" className={styles.link} onClick={() => setAnswering(true)}>
              {t(($) => $.answer)}
            </button>
          )}
        </div>
      )}
    </li>
  )
}
