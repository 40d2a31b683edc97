/** The input a field of the domain is edited with, by its kind. */
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { AddressesField } from './addresses-field.tsx'
import { CheckboxField } from './checkbox-field.tsx'
import { CurrencyField } from './currency-field.tsx'
import { DateField } from './date-field.tsx'
import { EmailsField } from './emails-field.tsx'
import { LabelField } from './label-field.tsx'
import { MoneyField } from './money-field.tsx'
import { NumberField } from './number-field.tsx'
import { PhonesField } from './phones-field.tsx'
import { RefField } from './ref-field.tsx'
import { SelectField } from './select-field.tsx'
import { TagsField } from './tags-field.tsx'
import { LongTextField, TextField } from './text-field.tsx'

type Props = {
  name: string
  field: Field
  /** Keeps a reference to some records: one dictionary's items. */
  narrow?: Filter | undefined
  /** Of an amount. */
  currency?: string
}

export function FieldInput({ name, field, narrow, currency = 'CNY' }: Props) {
  const shared = { name, label: field.label }
  switch (field.kind) {
    case 'choice':
      return <SelectField {...shared} options={field.choices} clearable={!field.hasDefault && !field.required} />
    case 'ref':
      return <RefField {...shared} to={field.to} required={Boolean(field.required)} {...(narrow && { narrow })} />
    case 'phones':
      return <PhonesField {...shared} />
    case 'emails':
      return <EmailsField {...shared} />
    case 'addresses':
      return <AddressesField {...shared} />
    case 'tags':
      return <TagsField {...shared} />
    case 'label':
      return <LabelField {...shared} />
    case 'date':
      return <DateField {...shared} presets={false} />
    case 'money':
      return <MoneyField {...shared} currency={currency} />
    case 'currency':
      return <CurrencyField {...shared} />
    case 'boolean':
      return <CheckboxField {...shared} />
    case 'int':
    case 'decimal':
    case 'percent':
      return <NumberField {...shared} kind={field.kind} />
    case 'longText':
      return <LongTextField {...shared} {...(field.max && { maxLength: field.max })} />
    default:
      return <TextField {...shared} {...('max' in field && field.max && { maxLength: field.max })} />
  }
}
