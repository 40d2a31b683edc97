/** A day in a form. */
import { useFormat } from '../lib/use-format.ts'
import { DateInput } from './date-input.tsx'
import type { FieldProps } from './form/use-field.ts'
import { useFieldValue } from './form/use-field-value.ts'

export function DateField({
  presets = true,
  clearable = true,
  ...field
}: FieldProps & { presets?: boolean; clearable?: boolean }) {
  const format = useFormat()
  const { value, set, input } = useFieldValue<string | null>(field, (day) => format.date(String(day)))
  const { label, description, error, disabled, withAsterisk } = input
  return (
    <DateInput
      label={label}
      description={description}
      error={error}
      disabled={disabled}
      withAsterisk={withAsterisk}
      value={value || null}
      onChange={(day) => set(day ?? '')}
      presets={presets}
      clearable={clearable}
    />
  )
}
