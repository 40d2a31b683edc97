/** A comment being written: kept in this tab until it is answered, so that an error or a reload loses nothing. */
import { withMentions } from '@rapport/domain/features/comments/mentions.ts'
import { useState } from 'react'
import { clearDraft, keepDraft, readDraft } from '../../lib/drafts.ts'
import { useAddComment, type Target } from './comments.queries.ts'
import type { Typed } from './typed.ts'

const blank: Typed = { text: '', chosen: [] }

export function useNewComment({ type, id }: Target, parentId: string | null, onSent?: () => void) {
  const place = `comments.${type}.${parentId ?? id}`
  const [typed, setTyped] = useState<Typed>(() => ({ ...blank, ...readDraft(place) }))
  const add = useAddComment()
  const change = (next: Typed) => {
    setTyped(next)
    keepDraft(place, next)
    if (add.isError) add.reset()
  }
  const send = (share?: true) => {
    if (typed.text.trim() === '' || add.isPending) return
    const text = withMentions(typed.text, typed.chosen)
    const body = { targetType: type, targetId: id, parentId, body: text, ...(share && { share }) }
    add.mutate(body, {
      onSuccess: () => {
        clearDraft(place)
        setTyped(blank)
        onSent?.()
      },
    })
  }
  const discard = () => clearDraft(place)
  return { typed, change, send, discard, busy: add.isPending, problem: add.error }
}
