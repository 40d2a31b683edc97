/**
 * A form of one record: checked by the contract's own schema before it is sent, refused field by field by the server,
 * and kept in sessionStorage while it is unsent, so that an error, a reload or a lost connection loses nothing.
 */
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useCallback, useEffect, useRef, useState } from 'react'
import { clearDraft } from '../../lib/drafts.ts'
import { useLanguage } from '../../lib/use-language.ts'
import type { Conflict } from './basis.ts'
import { errorsOf, missingIn, type Schema } from './errors.ts'
import type { FormRecord } from './form-record.ts'
import { keepForm, keptForm } from './kept.ts'
import { useConflict } from './use-conflict.ts'
import { useSubmit } from './use-submit.ts'
import { changedIn, emptied, type Values } from './values.ts'

export type RecordFormOptions<V extends Values> = {
  /** What the form of a new record begins with. */
  initial: V
  /** The record that is changed. Only what differs from it as it was when the form opened is checked and sent. */
  record?: FormRecord<V> | undefined
  /** The draft schema when creating, the patch schema when changing. */
  schema?: Schema
  /** What may not be left empty, beyond what the schema demands. */
  required?: (keyof V & string)[]
  /** From what the inputs hold to what the contract takes, where the two differ in shape. */
  shape?: (values: Partial<V>) => Values
  /** Names the unsent draft; absent when nothing may be kept (passwords). */
  draftKey?: string
  /**
   * Receives the values as the contract wants them: empty texts are null when changing and absent when creating; and the
   * version they are based on, 0 for a new record. Where the form stays open it answers the record as saved.
   */
  onSubmit: (values: Partial<V>, version: number) => Promise<unknown>
}

export type RecordForm = {
  form: UseFormReturnType<Values>
  submit: () => Promise<void>
  busy: boolean
  /** A refusal that belongs to no field shown. */
  problem: unknown
  /** True when an unsent draft was found and put back. */
  restored: boolean
  discard: () => void
  /** Somebody else has changed the same fields meanwhile; nothing is sent before one of the two ways is taken. */
  conflict: Conflict | null
  takeTheirs: () => void
  keepMine: () => void
}

export function useRecordForm<V extends Values>(options: RecordFormOptions<V>): RecordForm {
  const { draftKey, record } = options
  const initial: Values = record?.values ?? options.initial
  const language = useLanguage()
  const [kept] = useState(() => (draftKey ? keptForm(draftKey) : null))
  const latest = useRef(options)
  latest.current = options
  const begun = useRef(kept?.begun ?? { version: record?.version ?? 0, values: initial })
  const prepare = useCallback((values: Values, onto = begun.current) => {
    const { shape, record: changed } = latest.current
    const meant = changed ? changedIn(values, onto.values) : emptied(values)
    return shape ? shape(meant as Partial<V>) : meant
  }, [])

  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { ...initial, ...kept?.values },
    validate: (values) => ({
      ...errorsOf(latest.current.schema, prepare(values), language),
      ...missingIn(values, latest.current.required, language),
    }),
    onValuesChange: (values) => draftKey && keepForm(draftKey, values, record && begun.current),
  })
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const { busy, problem, submit } = useSubmit({ form, latest, begun, prepare, onConflict: setConflict })
  useEffect(() => {
    if (problem) form.clearErrors()
    // The wording follows the language; a new language checks anew at the next submit.
    // eslint-disable-next-line react/exhaustive-deps
  }, [language])
  const ways = useConflict({ form, record, begun, busy, conflict, setConflict, submit })
  const discard = () => {
    if (draftKey) clearDraft(draftKey)
    begun.current = { version: record?.version ?? 0, values: initial }
    setConflict(null)
    form.setValues(initial)
    form.clearErrors()
  }
  return { form, submit, busy, problem, restored: kept !== null, discard, conflict, ...ways }
}
