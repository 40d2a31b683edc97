/** What every field passes to its input: name, label, error, value by the form around it. */
import type { ReactNode } from 'react'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { useFormAround } from './form-context.ts'
import { useTheirWords, type Wording } from './use-their-words.ts'

export type FieldProps = {
  /** The key in the contract. */
  name: string
  /** Usually the domain's label of the field. */
  label: Label | string
  help?: ReactNode
  required?: boolean
  /** Shown but not to be changed, with the reason in `help`. */
  disabled?: boolean
  /** The field one begins with when the form opens. */
  startHere?: boolean
}

/** `wordingOf` says what a value reads like, where that is not the value itself. */
export function useField(field: FieldProps, wordingOf?: Wording) {
  const { name, label, help, required = false, disabled = false, startHere } = field
  const { form } = useFormAround()
  const textOf = useLabel()
  const theirs = useTheirWords(name, wordingOf)
  const { error, ...input } = form.getInputProps(name)
  return {
    ...input,
    error: error ?? theirs,
    key: form.key(name),
    label: textOf(label),
    description: help,
    disabled,
    withAsterisk: required,
    'aria-required': required || undefined,
    'data-autofocus': startHere || undefined,
    autoFocus: startHere,
  }
}
