/** The dialog of `ask`; loaded when something is first asked. */
import { Modal, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
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

export default function ConfirmDialog({
  question,
  onAnswer,
}: {
  question: Question
  onAnswer: (value: string | null) => void
}) {
  const { t } = useTranslation()
  const [value, setValue] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAnswer(value.trim())
  }
  const waiting = Boolean(question.reason?.required) && value.trim() === ''
  return (
    <Modal opened onClose={() => onAnswer(null)} title={question.title} size={440} centered>
      <form onSubmit={submit} className={styles.form}>
        {question.text && <p className={styles.text}>{question.text}</p>}
        {question.reason && <Reason reason={question.reason} value={value} onChange={setValue} />}
        <div className={styles.buttons}>
          <Button onClick={() => onAnswer(null)}>{t(($) => $.action.cancel)}</Button>
          <Button
            type="submit"
            tone={question.danger ? 'danger' : 'primary'}
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
