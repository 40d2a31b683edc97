/** Yes or no, with a sentence of its own. */
import { Checkbox } from '@mantine/core'
import { useFormAround } from './form/form-context.ts'
import { useField, type FieldProps } from './form/use-field.ts'

export function CheckboxField(field: FieldProps) {
  const { key, withAsterisk: _asterisk, ...input } = useField(field)
  const { form } = useFormAround()
  return (
    <Checkbox key={key} {...input} {...form.getInputProps(field.name, { type: 'checkbox' })} size="xs" radius={4} />
  )
}
