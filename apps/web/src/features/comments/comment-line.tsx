/** One comment: who, when, what; its author can change it, and take it back. */
import { withMentions } from '@rapport/domain/features/comments/mentions.ts'
import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { IconButton } from '../../ui/button.tsx'
import { ask } from '../../ui/confirm.tsx'
import { Avatar } from '../../ui/marks/avatar.tsx'
import { toast } from '../../ui/toast.tsx'
import { When } from '../../ui/when.tsx'
import { CommentBox } from './comment-box.tsx'
import { CommentText } from './comment-text.tsx'
import { useDeleteComment, useEditComment, type Comment, type Target } from './comments.queries.ts'
import styles from './comments.module.css'
import { typedOf } from './typed.ts'

type Props = { comment: Comment; target: Target; children?: ReactNode }

function Editing({ comment, target, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('comments')
  const { t: common } = useTranslation('common')
  const edit = useEditComment()
  const [typed, setTyped] = useState(() => typedOf(comment.body, comment.mentions ?? []))
  const body = withMentions(typed.text, typed.chosen)
  const save = (share?: true) => {
    if (body.trim() === '' || edit.isPending) return
    if (body === comment.body) return onClose()
    edit.mutate({ comment, body, ...(share && { share }) }, { onSuccess: onClose })
  }
  return (
    <CommentBox
      target={target}
      label={t(($) => $.edit)}
      value={typed}
      onChange={setTyped}
      onSend={save}
      send={common(($) => $.action.save)}
      busy={edit.isPending}
      problem={edit.error}
      onCancel={onClose}
      startHere
    />
  )
}

function Verbs({ comment, name, onEdit }: { comment: Comment; name: string; onEdit: () => void }) {
  const { t } = useTranslation('comments')
  const { t: common } = useTranslation('common')
  const wordsOf = useProblemText()
  const remove = useDeleteComment()
  const { can } = comment
  if (!can.edit && !can.delete) return null
  const discard = async () => {
    const question = { title: t(($) => $.deleteTitle), text: t(($) => $.deleteText), danger: true }
    if ((await ask({ ...question, confirm: common(($) => $.action.delete) })) === null) return
    await remove.mutateAsync(comment).catch((error: unknown) => toast(wordsOf(error), { tone: 'problem' }))
  }
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <IconButton small icon={IconDots} label={t(($) => $.moreOf, { name })} />
      </Menu.Target>
      <Menu.Dropdown>
        {can.edit && <Menu.Item onClick={onEdit}>{common(($) => $.action.edit)}</Menu.Item>}
        {can.delete && <Menu.Item onClick={() => void discard()}>{common(($) => $.action.delete)}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}

/** `children` stand below the words: the way to answer. */
export function CommentLine({ comment, target, children }: Props) {
  const { t } = useTranslation('comments')
  const { user } = useMe()
  const textOf = useLabel()
  const [editing, setEditing] = useState(false)
  const name = textOf(comment.createdBy?.label ?? '') || t(($) => $.somebody)
  return (
    <div className={styles.line}>
      <Avatar name={name} me={comment.createdById === user.id} />
      <div className={styles.said}>
        <div className={styles.who}>
          <b>{name}</b>
          <span className={styles.when}>
            <When at={comment.createdAt} />
            {comment.editedAt && ` · ${t(($) => $.edited)}`}
          </span>
          <span className={styles.verbs}>
            <Verbs comment={comment} name={name} onEdit={() => setEditing(true)} />
          </span>
        </div>
        {editing ? (
          <Editing comment={comment} target={target} onClose={() => setEditing(false)} />
        ) : (
          <CommentText {...comment} />
        )}
        {!editing && children}
      </div>
    </div>
  )
}
