/** An amount as a field of a form. */
import { useFormat } from '../lib/use-format.ts'
import type { FieldProps } from './form/use-field.ts'
import { useFieldValue } from './form/use-field-value.ts'
import { MoneyInput } from './money-input.tsx'

export function MoneyField({ currency, ...field }: FieldProps & { currency: string }) {
  const format = useFormat()
  const wordingOf = (amount: unknown) => format.money(amount as `${number}`, currency, 'trim')
  const { value, set, input } = useFieldValue<string | null>(field, wordingOf)
  return <MoneyInput {...input} currency={currency} value={value ?? ''} onValue={set} />
}
