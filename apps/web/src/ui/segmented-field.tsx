/** A choice of few inside a form. */
import { useLabel, type Label } from '../lib/use-language.ts'
import type { FieldProps } from './form/use-field.ts'
import { useFieldValue } from './form/use-field-value.ts'
import { Segmented } from './segmented.tsx'

export function SegmentedField({
  options,
  ...field
}: FieldProps & { options: readonly { value: string; label: Label | string }[] }) {
  const textOf = useLabel()
  const { value, set, input } = useFieldValue<string>(field)
  return (
    <Segmented
      showLabel
      label={String(input.label)}
      value={value}
      options={options.map((option) => ({ value: option.value, label: textOf(option.label) }))}
      onChange={set}
    />
  )
}
