/** Free words; Enter or a comma adds one. */
import { TagsInput } from '@mantine/core'
import type { FieldProps } from './form/use-field.ts'
import { useFieldValue } from './form/use-field-value.ts'

export function TagsField(field: FieldProps) {
  const { value, set, input } = useFieldValue<string[] | null>(field)
  return (
    <TagsInput
      {...input}
      value={value ?? []}
      onChange={set}
      splitChars={[',', '\uff0c', ';', '\uff1b']}
      clearable
      maxTags={50}
    />
  )
}
