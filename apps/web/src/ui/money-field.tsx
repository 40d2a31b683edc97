/** An amount as a field of a form. */
import type { FieldProps } from './form/use-field.ts'
import { useFieldValue } from './form/use-field-value.ts'
import { MoneyInput } from './money-input.tsx'

export function MoneyField({ currency, ...field }: FieldProps & { currency: string }) {
  const { value, set, input } = useFieldValue<string | null>(field)
  return <MoneyInput {...input} currency={currency} value={value ?? ''} onValue={set} />
}
