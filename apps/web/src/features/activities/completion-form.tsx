/** Completes a step in its place: what came of it, a note, and when to go on. */
import { needsOutcome } from '@rapport/domain/features/activities/activities.rules.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { afterWorkingDays } from '../../ui/date-presets.ts'
import { DateToken } from '../../ui/date-token.tsx'
import { toast } from '../../ui/toast.tsx'
import { useCompleteActivity, type Activity } from './activities.queries.ts'
import { morningOf, nextKind } from './composed.ts'
import styles from './next-steps.module.css'
import { Outcomes } from './outcomes.tsx'

type Props = { activity: Activity; onClose: () => void }

function useCompletion({ activity, onClose }: Props) {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const complete = useCompleteActivity()
  const [outcomeId, setOutcome] = useState('')
  const [note, setNote] = useState('')
  const [day, setDay] = useState(() => afterWorkingDays(format.today(), 3))
  const [lacks, setLacks] = useState(false)
  const send = () => {
    if (needsOutcome(activity.kind) && !outcomeId) return setLacks(true)
    const next = day && { kind: nextKind(activity.kind), plannedStart: morningOf(day, format.reader.timeZone) }
    const body = { ...(outcomeId && { outcomeId }), ...(note.trim() && { note }), ...(next && { next }) }
    // Awaited, because the step leaves the list before a callback of this component would be called.
    return complete.mutateAsync({ activity, body }).then(
      () => {
        toast(t(($) => $.completed))
        onClose()
      },
      () => undefined, // shown below the note
    )
  }
  return { complete, outcomeId, setOutcome, note, setNote, day, setDay, lacks, send }
}

export function CompletionForm(props: Props) {
  const { t } = useTranslation('activities')
  const { t: common } = useTranslation('common')
  const wordsOf = useProblemText()
  const { complete, lacks, ...form } = useCompletion(props)
  const note = t(($) => $.note)
  return (
    <div className={styles.form}>
      <Outcomes value={form.outcomeId} onChange={form.setOutcome} />
      <textarea
        className={styles.note}
        aria-label={note}
        placeholder={note}
        maxLength={20_000}
        value={form.note}
        onChange={(event) => form.setNote(event.currentTarget.value)}
      />
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
        <Button small tone="primary" busy={complete.isPending} onClick={() => void form.send()}>
          {t(($) => $.complete)}
        </Button>
      </div>
    </div>
  )
}
