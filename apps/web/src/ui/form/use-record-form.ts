/**
 * A form of one record: checked by the contract's own schema before it is sent, refused field by field by the server,
 * and kept in sessionStorage while it is unsent, so that an error, a reload or a lost connection loses nothing.
 */
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useCallback, useEffect, useRef, useState } from 'react'
import { clearDraft, keepDraft, readDraft } from '../../lib/drafts.ts'
import { isProblem, type Problem } from '../../lib/problem.ts'
import { useLanguage } from '../../lib/use-language.ts'
import { errorsOf, missingIn, type Schema } from './errors.ts'
import { changedIn, emptied } from './values.ts'

export type Values = Record<string, unknown>

export type RecordFormOptions<V extends Values> = {
  initial: V
  /** The draft schema when creating, the patch schema when changing. */
  schema?: Schema
  /** What may not be left empty, beyond what the schema demands. */
  required?: (keyof V & string)[]
  /** From what the inputs hold to what the contract takes, where the two differ in shape. */
  shape?: (values: Partial<V>) => Values
  /** Only what differs from `initial` as it was when the form opened is checked and sent: others change the rest meanwhile. */
  onlyChanges?: boolean
  /** Names the unsent draft; absent when nothing may be kept (passwords). */
  draftKey?: string
  /** Receives the values as the contract wants them: empty texts are null when changing and absent when creating. */
  onSubmit: (values: Partial<V>) => Promise<unknown>
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
}

/** The paths a refusal names, worded by the server. */
const fieldErrorsOf = (problem: Problem) =>
  Object.fromEntries(problem.errors.map(({ path, message }) => [path, message]))

export function useRecordForm<V extends Values>(options: RecordFormOptions<V>): RecordForm {
  const { initial, draftKey, onlyChanges = false } = options
  const language = useLanguage()
  const [draft] = useState(() => (draftKey ? readDraft(draftKey) : null))
  const latest = useRef(options)
  latest.current = options
  const begun = useRef<Values>(initial)
  const prepare = useCallback(
    (values: Values) => {
      const { shape } = latest.current
      const meant = onlyChanges ? changedIn(values, begun.current) : emptied(values)
      return shape ? shape(meant as Partial<V>) : meant
    },
    [onlyChanges],
  )

  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { ...initial, ...draft },
    validate: (values) => ({
      ...errorsOf(latest.current.schema, prepare(values), language),
      ...missingIn(values, latest.current.required, language),
    }),
    onValuesChange: (values) => draftKey && keepDraft(draftKey, values),
  })
  const stored = useCallback((values: Values) => {
    begun.current = { ...begun.current, ...values }
  }, [])
  const { busy, problem, submit } = useSubmit(form, latest, prepare, stored)
  useEffect(() => {
    if (problem) form.clearErrors()
    // The wording follows the language; a new language checks anew at the next submit.
    // eslint-disable-next-line react/exhaustive-deps
  }, [language])
  const discard = () => {
    if (draftKey) clearDraft(draftKey)
    begun.current = initial
    form.setValues(initial)
    form.clearErrors()
  }
  return { form, submit, busy, problem, restored: draft !== null, discard }
}

function useSubmit<V extends Values>(
  form: UseFormReturnType<Values>,
  latest: { current: RecordFormOptions<V> },
  prepare: (values: Values) => Values,
  stored: (values: Values) => void,
) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const submit = useCallback(async () => {
    setProblem(null)
    const { hasErrors, errors } = form.validate()
    if (hasErrors) return focusFirst(form, Object.keys(errors))
    setBusy(true)
    try {
      const sent = form.getValues()
      await latest.current.onSubmit(prepare(sent) as Partial<V>)
      stored(sent)
      if (latest.current.draftKey) clearDraft(latest.current.draftKey)
    } catch (error) {
      if (isProblem(error) && error.errors.length > 0) {
        form.setErrors(fieldErrorsOf(error))
        focusFirst(
          form,
          error.errors.map(({ path }) => path),
        )
      }
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }, [form, latest, prepare, stored])
  return { busy, problem, submit }
}

const focusFirst = (form: UseFormReturnType<Values>, paths: string[]) => {
  const [first] = paths
  if (first) form.getInputNode(first)?.focus()
}
