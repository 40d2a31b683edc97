/**
 * The state of the composer: kept per record in this tab until it is answered, so that an error, a broken connection or a
 * reload loses nothing. What is sent leaves the form at once and comes back when it is refused or taken back.
 */
import { activityKinds } from '@rapport/domain/features/activities/activity-choices.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useMe } from '../../app/session.ts'
import { clearDraft, keepDraft, readDraft } from '../../lib/drafts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { afterWorkingDays } from '../../ui/date-presets.ts'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { outcomesQuery, useLogActivity, type About, type Sent } from './activities.queries.ts'
import { draftOf, missingIn, together, type Composed } from './composed.ts'
import { useTakenBack } from './use-taken-back.ts'

const DAYS = 3

/** What left the form with an entry, though it is sent apart: it comes back with it, and follows it when it is there. */
export type Held = { release: () => void; sendTo: (activityId: string) => Promise<void>; takeBack: () => void }
export type Hold = () => Held

type People = { value: string; label: string }[] | undefined

/** What was composed, as it is sent, with the names that stand for it until it is answered. */
function useSent(about: About, people: People): (composed: Composed) => Sent {
  const format = useFormat()
  const textOf = useLabel()
  const client = useQueryClient()
  const { user } = useMe()
  return (composed) => {
    const name = textOf(choiceLabel({ choices: activityKinds }, composed.kind))
    const draft = draftOf(composed, about, name, format.reader.timeZone)
    const outcomes = client.getQueryData(outcomesQuery.queryKey)?.items
    const contact = people?.find(({ value }) => value === draft.contactId) ?? null
    const outcome = outcomes?.find(({ id }) => id === draft.completed?.outcomeId)
    const shown = { owner: { label: user.name }, contact, outcome: outcome ? { label: textOf(outcome.label) } : null }
    return { draft, shown }
  }
}

/** The text of the form, shown and kept in the tab; `latest` is what an answer that comes later finds there. */
function useKept(key: string, blank: () => Composed) {
  const [composed, setComposed] = useState<Composed>(() => ({ ...blank(), ...readDraft(key) }))
  const latest = useRef(composed)
  useEffect(() => {
    latest.current = composed
  }, [composed])
  const show = (next: Composed) => {
    latest.current = next
    setComposed(next)
  }
  const keep = (next: Composed) => {
    show(next)
    keepDraft(key, next)
  }
  return { composed, latest, show, keep }
}

/** An empty form, in which the next contact stands already. */
function useBlank(): (kind?: Composed['kind']) => Composed {
  const format = useFormat()
  return (kind = 'call') => ({
    kind,
    text: '',
    outcomeId: '',
    contactId: '',
    day: afterWorkingDays(format.today(), DAYS),
  })
}

export function useComposer(about: About, people: People, hold: RefObject<Hold | null>) {
  const log = useLogActivity()
  const key = `activities.${Object.values(about).join()}`
  const blank = useBlank()
  const { composed, latest, show, keep } = useKept(key, blank)
  const [missing, setMissing] = useState<ReturnType<typeof missingIn>>(null)
  const sentOf = useSent(about, people)
  const restore = (sent: Composed) => keep(together(sent, latest.current))
  const taken = useTakenBack()
  const change = (more: Partial<Composed>) => {
    setMissing(null)
    keep({ ...latest.current, ...more })
  }
  const send = () => {
    const lacks = missingIn(composed)
    setMissing(lacks)
    if (lacks || log.isPending) return
    // The draft stays in the tab until the answer: should the page go away meanwhile, it is there again.
    const next = blank(composed.kind)
    const held = hold.current?.()
    show(next)
    log.mutateAsync(sentOf(composed)).then(
      (entered) => {
        if (latest.current === next) clearDraft(key)
        taken(entered, composed.kind === 'task' ? 'todo' : 'done', () => {
          restore(composed)
          held?.takeBack()
        })
        void held?.sendTo(entered.id)
      },
      () => {
        restore(composed) // why is said above the form
        held?.release()
      },
    )
  }
  return { composed, change, send, missing, busy: log.isPending, problem: log.error }
}
