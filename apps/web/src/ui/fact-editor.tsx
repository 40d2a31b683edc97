/** Edits one fact in its place: leaving it saves, Enter saves, Esc brings the old value back. */
import { useEffect, useRef, type FormEvent } from 'react'
import { useProblemText } from '../lib/use-problem-text.ts'
import type { FactEdit } from './facts.tsx'
import styles from './facts.module.css'
import { FormContext } from './form/form-context.ts'
import { useRecordForm } from './form/use-record-form.ts'

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
    node.querySelector<HTMLElement>('input, textarea, button')?.focus()
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      latest.current.onClose()
    }
    const leave = (event: FocusEvent) => {
      if (!isStillEditing(node, event.relatedTarget)) latest.current.onLeave()
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

export default function FactEditor({ edit, onClose }: { edit: FactEdit; onClose: () => void }) {
  const textOf = useProblemText()
  const form = useRecordForm({
    initial: { [edit.name]: edit.value ?? '' },
    onlyChanges: true,
    onSubmit: async (change) => {
      if (Object.keys(change).length > 0) await edit.onSave(change)
      onClose()
    },
  })
  const frame = useEditorFrame({ onClose, onLeave: () => !form.busy && void form.submit() })
  const send = (event: FormEvent) => {
    event.preventDefault()
    void form.submit()
  }
  const refusal = form.problem && Object.keys(form.form.errors).length === 0 ? textOf(form.problem) : null
  return (
    <FormContext value={form}>
      <form ref={frame} noValidate className={styles.editor} aria-busy={form.busy} onSubmit={send}>
        {edit.input}
        {refusal && (
          <p role="alert" className={styles.refusal}>
            {refusal}
          </p>
        )}
      </form>
    </FormContext>
  )
}
