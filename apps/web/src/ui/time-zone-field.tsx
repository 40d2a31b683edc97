/** A time zone by its IANA name. */
import { useMemo } from 'react'
import type { FieldProps } from './form/use-field.ts'
import { SelectField } from './select-field.tsx'

export function TimeZoneField(field: FieldProps) {
  const options = useMemo(
    () => Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    [],
  )
  return <SelectField {...field} options={options} searchable />
}
