/** The frame of a form: a scrolling body and a foot that stays in reach; ⌘↵ sends. */
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../button.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { FormContext } from './form-context.ts'
import styles from './form.module.css'
import type { RecordForm } from './use-record-form.ts'
import { useSubmitKey } from '../../lib/use-submit-key.ts'

type Props = {
  of: RecordForm
  children: ReactNode
  /** The verb on the button. */
  submit: string
  onCancel?: () => void
  /** More buttons before the main one: save and continue. */
  more?: ReactNode
  /** Where another button of the view is the filled one. */
  plain?: boolean
  /** In a panel the body scrolls and the foot sticks; elsewhere the form flows with its page. */
  inPanel?: boolean
  /** Something else has to be decided first; nothing is sent until then. */
  hold?: boolean
}

function Problem({ of }: { of: RecordForm }) {
  const textOf = useProblemText()
  if (!of.problem) return null
  return (
    <p className={styles.problem} role="alert">
      {textOf(of.problem)}
    </p>
  )
}

function Restored({ of }: { of: RecordForm }) {
  const { t } = useTranslation()
  if (!of.restored) return null
  return (
    <p className={styles.restored}>
      {t(($) => $.form.restored)}
      <button type="button" onClick={of.discard}>
        {t(($) => $.form.discard)}
      </button>
    </p>
  )
}

export function Form({ of, children, submit, onCancel, more, plain = false, inPanel = false, hold = false }: Props) {
  const { t } = useTranslation()
  const send = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    void submitNow()
  }
  const isHeld = hold || of.conflict !== null
  const submitNow = async () => (isHeld ? undefined : of.submit())
  const frame = useSubmitKey(() => void submitNow())
  return (
    <FormContext value={of}>
      <form ref={frame} noValidate onSubmit={send} className={styles.form} data-panel={inPanel || undefined}>
        <div className={styles.body}>
          <Restored of={of} />
          {children}
          <Problem of={of} />
        </div>
        {of.conflict && <ConflictNotice onTakeTheirs={of.takeTheirs} onKeepMine={of.keepMine} />}
        <div className={styles.foot}>
          {onCancel && <Button onClick={onCancel}>{t(($) => $.action.cancel)}</Button>}
          {more}
          <Button type="submit" tone={plain ? 'plain' : 'primary'} busy={of.busy} disabled={isHeld}>
            {submit}
          </Button>
        </div>
      </form>
    </FormContext>
  )
}

/** Fields side by side where there is room. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className={styles.row}>{children}</div>

/** A part of a long form that starts folded: “More fields”. */
export const MoreFields = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className={styles.more}>
    <summary>{label}</summary>
    <div className={styles.moreBody}>{children}</div>
  </details>
)
