/** The dialog of `ask`; loaded when something is first asked. */
import { Modal, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../lib/use-problem-text.ts'
import { Button } from './button.tsx'
import styles from './confirm.module.css'
import type { Question } from './confirm.tsx'

function Reason({
  reason,
  value,
  onChange,
}: {
  reason: NonNullable<Question['reason']>
  value: string
  onChange: (value: string) => void
}) {
  return (
    <Textarea
      data-autofocus
      autosize
      minRows={2}
      maxRows={6}
      label={reason.label}
      required={reason.required ?? false}
      maxLength={reason.max ?? 500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

type Props = { question: Question; onAnswer: (value: string | null) => void }

/** Answers once it is done; what is refused stays open with its reason. */
function useAnswer({ question: { act }, onAnswer }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const answer = async (value: string) => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      await act?.(value)
      onAnswer(value)
    } catch (error) {
      setBusy(false)
      setProblem(error)
    }
  }
  return { answer, busy, problem }
}

export default function ConfirmDialog(props: Props) {
  const { question, onAnswer } = props
  const { t } = useTranslation()
  const wordsOf = useProblemText()
  const [value, setValue] = useState('')
  const { answer, busy, problem } = useAnswer(props)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void answer(value.trim())
  }
  const waiting = Boolean(question.reason?.required) && value.trim() === ''
  return (
    <Modal opened onClose={() => onAnswer(null)} title={question.title} size={440} centered>
      <form onSubmit={submit} className={styles.form}>
        {question.text && <p className={styles.text}>{question.text}</p>}
        {question.reason && <Reason reason={question.reason} value={value} onChange={setValue} />}
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {wordsOf(problem)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button onClick={() => onAnswer(null)}>{t(($) => $.action.cancel)}</Button>
          <Button
            type="submit"
            tone={question.danger ? 'danger' : 'primary'}
            busy={busy}
            disabled={waiting}
            data-autofocus={!question.reason || undefined}
          >
            {question.confirm}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
