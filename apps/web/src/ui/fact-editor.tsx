/** Edits one fact in its place: leaving it saves, Enter saves, Esc brings the old value back. */
import { useEffect, useRef, type FormEvent } from 'react'
import { useProblemText } from '../lib/use-problem-text.ts'
import type { FactEdit } from './facts.tsx'
import styles from './facts.module.css'
import type { Basis } from './form/basis.ts'
import { ConflictNotice } from './form/conflict-notice.tsx'
import { FormContext } from './form/form-context.ts'
import type { FormRecord } from './form/form-record.ts'
import { useRecordForm } from './form/use-record-form.ts'
import type { Values } from './form/values.ts'

/** A list of options opens outside of the form; going there is not leaving. */
const isStillEditing = (node: HTMLElement, to: EventTarget | null) =>
  node.querySelector('[aria-expanded=true]') !== null ||
  (to instanceof Element && (node.contains(to) || to.closest('[role=listbox], [role=dialog]') !== null))

type Frame = { onClose: () => void; onLeave: () => void }

/** Puts the cursor into the input that has just appeared, listens for Esc and for the focus going elsewhere. */
function useEditorFrame(frame: Frame) {
  const ref = useRef<HTMLFormElement>(null)
  const latest = useRef(frame)
  useEffect(() => {
    latest.current = frame
  })
  useEffect(() => {
    const node = ref.current
    if (!node) return undefined
    node.closest('details')?.setAttribute('open', '') // asked for from elsewhere, its group may be folded
    node.querySelector<HTMLElement>('input, textarea, button')?.focus()
    // What is given up leaves the page, and the focus with it.
    let isGivenUp = false
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      isGivenUp = true
      latest.current.onClose()
    }
    const leave = (event: FocusEvent) => {
      if (!isGivenUp && !isStillEditing(node, event.relatedTarget)) latest.current.onLeave()
    }
    node.addEventListener('keydown', press)
    node.addEventListener('focusout', leave)
    return () => {
      node.removeEventListener('keydown', press)
      node.removeEventListener('focusout', leave)
    }
  }, [])
  return ref
}

/** The one value as a form of its own. */
const recordOf = ({ name, record }: FactEdit): FormRecord<Values> => {
  const only = ({ version, values }: Basis) => ({ version, values: { [name]: values[name] ?? '' } })
  return { ...only(record), reread: async () => only(await record.reread()) }
}

export default function FactEditor({ edit, onClose }: { edit: FactEdit; onClose: () => void }) {
  const textOf = useProblemText()
  const form = useRecordForm({
    initial: {},
    record: recordOf(edit),
    onSubmit: async (change, version) => {
      if (Object.keys(change).length > 0) await edit.onSave(change, version)
      onClose()
    },
  })
  const frame = useEditorFrame({ onClose, onLeave: () => !form.busy && !form.conflict && void form.submit() })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!form.conflict) void form.submit()
  }
  const refusal = form.problem && Object.keys(form.form.errors).length === 0 ? textOf(form.problem) : null
  return (
    <FormContext value={form}>
      <form ref={frame} noValidate className={styles.editor} aria-busy={form.busy} onSubmit={send}>
        {edit.input}
        {form.conflict && <ConflictNotice onTakeTheirs={form.takeTheirs} onKeepMine={form.keepMine} />}
        {refusal && (
          <p role="alert" className={styles.refusal}>
            {refusal}
          </p>
        )}
      </form>
    </FormContext>
  )
}
