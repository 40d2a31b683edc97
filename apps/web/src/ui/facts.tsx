/** What is known of a record, as pairs of name and value; a value that may be changed is edited where it stands. */
import { VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconPencil } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel, type Label } from '../lib/use-language.ts'
import styles from './facts.module.css'
import { IconButton } from './button.tsx'
import { factToEdit } from './fact-to-edit.ts'
import type { FormRecord } from './form/form-record.ts'
import type { Values } from './form/values.ts'
import { Icon } from './icon.tsx'

const FactEditor = lazy(() => import('./fact-editor.tsx'))

/** A group of facts that can be folded. */
export function FactGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details open className={styles.group}>
      <summary className={styles.summary}>
        <Icon of={IconChevronDown} size={14} className={styles.arrow} />
        <h2>{title}</h2>
      </summary>
      <dl className={styles.list}>{children}</dl>
    </details>
  )
}

export type FactEdit = {
  /** The field's key, and the record that holds it. */
  name: string
  record: FormRecord<Values>
  /** The input, such as `<TextField name="city" … />`. */
  input: ReactNode
  /** What is shown can be clicked itself (a number to call), so editing has its own button. */
  beside?: boolean
  /** Sends the change with the version it is based on; a refusal shows at the input and keeps what was typed. */
  onSave: (change: Record<string, unknown>, version: number) => Promise<unknown>
}

type Props = { label: Label | string; children?: ReactNode; edit?: FactEdit | undefined }

const isBlank = (value: ReactNode) => value === null || value === undefined || value === '' || value === false

export function Fact({ label, children, edit }: Props) {
  const textOf = useLabel()
  return (
    <>
      <dt className={styles.name}>{textOf(label)}</dt>
      <dd className={styles.value}>
        {edit ? (
          <Editable label={textOf(label)} edit={edit} shown={children} />
        ) : isBlank(children) ? (
          <span className={styles.blank}>–</span>
        ) : (
          children
        )}
      </dd>
    </>
  )
}

function Editable({ label, edit, shown }: { label: string; edit: FactEdit; shown: ReactNode }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const isAsked = factToEdit.useValue() === edit.name
  if (isAsked && !editing) setEditing(true)
  useEffect(() => {
    if (isAsked) factToEdit.set(null)
  }, [isAsked])
  if (editing) {
    return (
      <Suspense fallback={shown}>
        <FactEditor edit={edit} onClose={() => setEditing(false)} />
      </Suspense>
    )
  }
  const words = t(($) => $.fact.edit, { name: label })
  const start = () => setEditing(true)
  if (edit.beside && !isBlank(shown)) {
    return (
      <div className={styles.beside}>
        <div>{shown}</div>
        <IconButton small icon={IconPencil} label={words} className={styles.pencil} onClick={start} />
      </div>
    )
  }
  return (
    <button type="button" className={styles.open} onClick={start}>
      {/* Part of the name and not the whole of it, so that what is read aloud holds what is seen. */}
      <VisuallyHidden>{words}</VisuallyHidden>
      {isBlank(shown) ? <span className={styles.missing}>{t(($) => $.fact.add)}</span> : shown}
    </button>
  )
}
