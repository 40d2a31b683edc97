/** Completes a step in its place: what came of it, a note, and when to go on. The keyboard does it alone: a figure, words, ⌘↵. */
import { needsOutcome } from '@rapport/domain/features/activities/activities.rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, type FormEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { preference } from '../../lib/preferences.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { useSubmitKey } from '../../lib/use-submit-key.ts'
import { Button } from '../../ui/button.tsx'
import { afterWorkingDays } from '../../ui/date-presets.ts'
import { DateToken } from '../../ui/date-token.tsx'
import { toast } from '../../ui/toast.tsx'
import { outcomesQuery, useCompleteActivity, type Activity } from './activities.queries.ts'
import { morningOf, nextKind, outcomeKey } from './composed.ts'
import styles from './next-steps.module.css'
import { Outcomes } from './outcomes.tsx'

type Props = {
  activity: Activity
  onClose: () => void
  /** It was completed; `onClose` is for who lets it be. The same unless given. */
  onDone?: (() => void) | undefined
}

function useCompletion({ activity, onClose, onDone = onClose }: Props) {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const complete = useCompleteActivity()
  const [outcomeId, setOutcome] = useState('')
  const [note, setNote] = useState('')
  const [day, setDay] = useState(() => afterWorkingDays(format.today(), 3))
  const [lacks, setLacks] = useState(false)
  const send = () => {
    if (complete.isPending) return
    if (needsOutcome(activity.kind) && !outcomeId) return setLacks(true)
    const next = day && { kind: nextKind(activity.kind), plannedStart: morningOf(day, format.reader.timeZone) }
    const body = { ...(outcomeId && { outcomeId }), ...(note.trim() && { note }), ...(next && { next }) }
    // Awaited, because the step leaves the list before a callback of this component would be called.
    return complete.mutateAsync({ activity, body }).then(
      () => {
        toast(t(($) => $.completed))
        onDone()
      },
      () => undefined, // shown below the note
    )
  }
  return { complete, outcomeId, setOutcome, note, setNote, day, setDay, lacks, send }
}

const noteIn = (frame: RefObject<HTMLFormElement | null>) => frame.current?.querySelector('textarea')

/** The cursor begins on the answer that is required, else in the note; a figure answers and goes on there. */
function useKeys(frame: RefObject<HTMLFormElement | null>, choose: (id: string) => void) {
  const { data } = useQuery(outcomesQuery)
  const start = useEffectEvent(() => {
    const note = noteIn(frame)
    // Whoever has begun to write stays there when the answers come.
    if (!note?.value) (frame.current?.querySelector<HTMLElement>('input:invalid') ?? note)?.focus()
  })
  const isThere = data !== undefined
  useEffect(() => start(), [isThere])
  const press = useEffectEvent((event: KeyboardEvent) => {
    const outcome = data?.items[Number(event.key) - 1]
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && preference('keys') === 'on'
    if (!outcome || !isPlain || event.target === noteIn(frame)) return
    event.preventDefault() // on a record's page the figures are those of its composer
    choose(outcome.id)
    noteIn(frame)?.focus()
  })
  useEffect(() => {
    const node = frame.current
    const listen = (event: KeyboardEvent) => press(event)
    node?.addEventListener('keydown', listen)
    return () => node?.removeEventListener('keydown', listen)
  }, [frame])
}

type Note = { value: string; onChange: (note: string) => void; startHere: boolean }

function NoteInput({ value, onChange, startHere }: Note) {
  const { t } = useTranslation('activities')
  const note = t(($) => $.note)
  return (
    <textarea
      className={styles.note}
      aria-label={note}
      placeholder={note}
      maxLength={20_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-autofocus={startHere || undefined}
    />
  )
}

export default function CompletionForm(props: Props) {
  const { t } = useTranslation('activities')
  const { t: common } = useTranslation('common')
  const wordsOf = useProblemText()
  const { complete, lacks, ...form } = useCompletion(props)
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    void form.send()
  }
  const frame = useSubmitKey(submit)
  useKeys(frame, form.setOutcome)
  const isAsked = needsOutcome(props.activity.kind)
  return (
    <form ref={frame} className={styles.form} noValidate onSubmit={submit}>
      <Outcomes
        value={form.outcomeId}
        onChange={form.setOutcome}
        required={isAsked}
        keyOf={outcomeKey}
        startHere={isAsked}
      />
      <NoteInput value={form.note} onChange={form.setNote} startHere={!isAsked} />
      {(lacks || complete.error) && (
        <p role="alert" className={styles.problem}>
          {complete.error ? wordsOf(complete.error) : t(($) => $.missing.outcome)}
        </p>
      )}
      <div className={styles.foot}>
        <DateToken label={t(($) => $.next)} value={form.day} onChange={form.setDay} none={t(($) => $.noDate)} />
        <Button small onClick={props.onClose}>
          {common(($) => $.action.cancel)}
        </Button>
        <Button small tone="primary" type="submit" busy={complete.isPending}>
          {t(($) => $.complete)}
        </Button>
      </div>
    </form>
  )
}
