/** A whole number, an exact decimal or a percentage as a field of a form. */
import type { FieldProps } from './form/use-field.ts'
import { useFieldValue } from './form/use-field-value.ts'
import { NumberInput, type NumberKind } from './number-input.tsx'

type Props = FieldProps & {
  kind: NumberKind
  /** Stands behind the number: days, pieces. */
  unit?: string
}

export function NumberField({ kind, unit, ...field }: Props) {
  const { value, set, input } = useFieldValue<unknown>(field)
  return <NumberInput {...input} kind={kind} unit={unit} value={value} onValue={set} />
}
