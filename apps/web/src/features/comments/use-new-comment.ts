/** A comment being written: kept in this tab until it is answered, so that an error or a reload loses nothing. */
import { withMentions } from '@rapport/domain/features/comments/mentions.ts'
import { useState } from 'react'
import { clearDraft, keepDraft, readDraft } from '../../lib/drafts.ts'
import { useAddComment, type Target } from './comments.queries.ts'
import type { Typed } from './typed.ts'

type Kept = Typed & { key: string }
const blank = (): Kept => ({ text: '', chosen: [], key: crypto.randomUUID() })

export function useNewComment({ type, id }: Target, parentId: string | null, onSent?: () => void) {
  const place = `comments.${type}.${parentId ?? id}`
  const [typed, setTyped] = useState<Kept>(() => ({ ...blank(), ...readDraft(place) }))
  const add = useAddComment()
  const change = (next: Typed) => {
    const kept = { ...next, key: crypto.randomUUID() }
    setTyped(kept)
    keepDraft(place, kept)
    if (add.isError) add.reset()
  }
  const send = (share?: true) => {
    if (typed.text.trim() === '' || add.isPending) return
    const text = withMentions(typed.text, typed.chosen)
    const body = { targetType: type, targetId: id, parentId, body: text, ...(share && { share }) }
    add.mutate(
      // Sharing as well is another intent.
      { body, key: share ? crypto.randomUUID() : typed.key },
      {
        onSuccess: () => {
          clearDraft(place)
          setTyped(blank())
          onSent?.()
        },
      },
    )
  }
  const discard = () => clearDraft(place)
  return { typed, change, send, discard, busy: add.isPending, problem: add.error }
}
