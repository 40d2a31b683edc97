/** For inputs that show something else than what they hold (money, dates, references): the value and how to set it. */
import { useState } from 'react'
import { useFormAround } from './form-context.ts'
import { useField, type FieldProps } from './use-field.ts'
import type { Wording } from './use-their-words.ts'

export function useFieldValue<T>(field: FieldProps, wordingOf?: Wording) {
  const { form } = useFormAround()
  const { key, defaultValue, onChange: _onChange, ...input } = useField(field, wordingOf)
  const given = defaultValue as T
  const [shown, setShown] = useState<{ key: string; value: T }>({ key, value: given })
  // The form was filled anew (draft thrown away, record reloaded): begin again with its value.
  if (shown.key !== key) setShown({ key, value: given })
  const set = (value: T) => {
    setShown({ key, value })
    form.setFieldValue(field.name, value)
  }
  return { value: shown.value, set, input }
}
