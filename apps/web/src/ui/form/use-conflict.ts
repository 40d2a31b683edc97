/** A newer version of the record under an open form: taken over where nothing was typed, a question where it was. */
import type { UseFormReturnType } from '@mantine/form'
import { useEffect, useState } from 'react'
import { overlapping, settled, type Basis, type Conflict } from './basis.ts'
import type { FormRecord } from './form-record.ts'
import { changedIn, same, type Values } from './values.ts'

type Parts<V extends Values> = {
  form: UseFormReturnType<Values>
  record: FormRecord<V> | undefined
  begun: { current: Basis }
  busy: boolean
  conflict: Conflict | null
  setConflict: (conflict: Conflict | null) => void
  submit: () => Promise<void>
}

/** What another session has saved, heard of while the form is open. */
function useNews<V extends Values>({ form, record, begun, busy, setConflict }: Parts<V>): void {
  useEffect(() => {
    if (!record || busy || record.version <= begun.current.version) return
    const { version, values } = record
    const mine = form.getValues()
    const isTouched = Object.keys(changedIn(mine, begun.current.values)).length > 0
    const fields = overlapping(mine, begun.current.values, values)
    if (fields.length > 0) return setConflict({ theirs: { version, values }, fields })
    // What was typed elsewhere stays where it is: it is put on top when it is sent.
    if (isTouched) return
    begun.current = { version, values }
    if (!same(mine, values)) form.setValues(values)
    // The version says it all; values are new objects at each rendering.
    // eslint-disable-next-line react/exhaustive-deps
  }, [record?.version, busy])
}

export function useConflict<V extends Values>(parts: Parts<V>) {
  const { form, begun, conflict, setConflict, submit } = parts
  const [resumed, resume] = useState(0)
  useNews(parts)
  // Sent only after the conflict has gone from the screen, so that the refusals of this attempt are what is shown.
  useEffect(() => {
    if (resumed > 0) void submit()
    // eslint-disable-next-line react/exhaustive-deps
  }, [resumed])
  const settle = (fields: string[]) => {
    if (!conflict) return
    form.setValues(settled(form.getValues(), begun.current.values, conflict.theirs.values, fields))
    begun.current = conflict.theirs
    form.clearErrors()
    setConflict(null)
  }
  return {
    takeTheirs: () => settle(conflict?.fields ?? []),
    keepMine: () => {
      settle([])
      resume((times) => times + 1)
    },
  }
}
