/** What has been sent and not yet answered: shown at once where it will stand; a refusal takes it away again. */
import { activityKinds } from '@rapport/domain/features/activities/activity-choices.ts'
import { useMutationState } from '@tanstack/react-query'
import { useLabel } from '../../lib/use-language.ts'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import type { TimelineEntry } from '../../ui/timeline.tsx'
import { logKey, type About, type Sent } from './activities.queries.ts'
import { useWording } from './activity-entry.tsx'
import { activityIcons } from './activity-icons.ts'

type Sending = { key: string; sent: Sent; sentAt: string }
type IsThere = (id: string) => boolean

const isAbout = ({ draft }: Sent, about: About) =>
  Object.entries(about).every(([name, id]) => draft[name as keyof About] === id)

/** The drafts about this record that are on their way, the newest first. */
function useSending(about: About): Sending[] {
  const all = useMutationState({
    filters: { mutationKey: logKey, status: 'pending' },
    select: ({ mutationId, state }) => ({
      key: `sending-${mutationId}`,
      sent: state.variables as Sent,
      sentAt: new Date(state.submittedAt).toISOString(),
    }),
  })
  return all.filter(({ sent }) => isAbout(sent, about)).toReversed()
}

/** As entries of a timeline: what is logged as done, as long as the entry itself is not there. */
export function useSendingEntries(about: About, isThere: IsThere): TimelineEntry[] {
  const wordsOf = useWording()
  return useSending(about)
    .filter(({ sent: { draft, answered } }) => draft.completed && !(answered && isThere(answered.id)))
    .map(({ key, sent: { draft, shown }, sentAt }) => ({
      id: key,
      at: sentAt,
      icon: activityIcons[draft.kind],
      isSending: true,
      ...wordsOf({ kind: draft.kind, subject: draft.subject, body: draft.body ?? null, ...shown }),
    }))
}

export type SendingStep = { key: string; plannedStart: string | null; subject: string; kind: string }

/** As next steps: tasks, and what is planned along with what is logged. */
export function useSendingSteps(about: About, isThere: IsThere): SendingStep[] {
  const textOf = useLabel()
  const name = (kind: string) => textOf(choiceLabel({ choices: activityKinds }, kind))
  return useSending(about).flatMap(({ key, sent: { draft, answered } }) => {
    const { completed, kind, subject, plannedStart = null } = draft
    const entered = completed ? answered?.next : answered?.id
    if (entered && isThere(entered)) return []
    if (!completed) return [{ key, plannedStart, subject, kind: name(kind) }]
    const { next } = completed
    if (!next) return []
    return [{ key, plannedStart: next.plannedStart, subject: next.subject ?? name(next.kind), kind: name(next.kind) }]
  })
}
