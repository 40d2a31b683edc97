/** A time of day in a form, 'HH:MM', as the clock of the reader's system shows it. */
import { TextInput } from '@mantine/core'
import { useField, type FieldProps } from './form/use-field.ts'

export function TimeField(field: FieldProps) {
  const { key, ...input } = useField(field)
  return <TextInput key={key} {...input} type="time" />
}
