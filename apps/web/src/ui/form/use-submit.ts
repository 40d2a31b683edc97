/** Sends a form: checks it, merges it with what others have saved meanwhile, shows refusals at their fields. */
import type { UseFormReturnType } from '@mantine/form'
import { useCallback, useState } from 'react'
import { clearDraft } from '../../lib/drafts.ts'
import { isProblem, type Problem } from '../../lib/problem.ts'
import { saveOnto, type Basis, type Conflict } from './basis.ts'
import type { RecordFormOptions } from './use-record-form.ts'
import type { Values } from './values.ts'

type Parts<V extends Values> = {
  form: UseFormReturnType<Values>
  latest: { current: RecordFormOptions<V> }
  begun: { current: Basis }
  prepare: (values: Values, onto?: Basis) => Values
  onConflict: (conflict: Conflict | null) => void
}

/** The paths a refusal names, worded by the server. */
const fieldErrorsOf = (problem: Problem) =>
  Object.fromEntries(problem.errors.map(({ path, message }) => [path, message]))

const versionOf = (saved: unknown): number | undefined =>
  typeof saved === 'object' && saved !== null && 'version' in saved && typeof saved.version === 'number'
    ? saved.version
    : undefined

/** Sends what differs; what was merged on the way is what the form is based on then. */
async function save<V extends Values>({ form, latest, begun, prepare, onConflict }: Parts<V>): Promise<void> {
  const typed = form.getValues()
  const { record, onSubmit, draftKey } = latest.current
  const saved = await saveOnto({
    begun: begun.current,
    mine: typed,
    reread: record?.reread,
    send: (mine, onto) => onSubmit(prepare(mine, onto) as Partial<V>, onto.version),
  })
  if (saved.conflict) return onConflict(saved.conflict)
  if (saved.mine !== typed) form.setValues(saved.mine)
  begun.current = { version: versionOf(saved.answer) ?? saved.begun.version, values: { ...saved.mine } }
  if (draftKey) clearDraft(draftKey)
}

export function useSubmit<V extends Values>(parts: Parts<V>) {
  const { form, latest, begun, prepare, onConflict } = parts
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const submit = useCallback(async () => {
    setProblem(null)
    const { hasErrors, errors } = form.validate()
    if (hasErrors) return focusFirst(form, Object.keys(errors))
    setBusy(true)
    try {
      await save({ form, latest, begun, prepare, onConflict })
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
  }, [form, latest, begun, prepare, onConflict])
  return { busy, problem, submit }
}

const focusFirst = (form: UseFormReturnType<Values>, paths: string[]) => {
  const [first] = paths
  if (first) form.getInputNode(first)?.focus()
}
