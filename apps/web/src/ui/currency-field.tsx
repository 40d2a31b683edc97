/** A currency, named in the reader's language. The usual ones first; the list is that of the browser. */
import { useMemo } from 'react'
import { localeOf } from '../lib/format.ts'
import { useLanguage } from '../lib/use-language.ts'
import type { FieldProps } from './form/use-field.ts'
import { SelectField } from './select-field.tsx'

const usual = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP', 'TWD', 'SGD', 'KRW']

export function CurrencyField(field: FieldProps) {
  const language = useLanguage()
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(localeOf(language), { type: 'currency' })
    const others = Intl.supportedValuesOf('currency').filter((code) => !usual.includes(code))
    return [...usual, ...others].map((value) => ({ value, label: `${value} ${names.of(value) ?? ''}` }))
  }, [language])
  return <SelectField {...field} options={options} searchable />
}
