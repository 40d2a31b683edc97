/** One of a list known beforehand: a choice of the contract, a stage, a currency. */
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLabel, type Label } from '../lib/use-language.ts'
import { useField, type FieldProps } from './form/use-field.ts'

type Option = { value: string; label: Label | string }
type Props = FieldProps & {
  options: readonly Option[]
  searchable?: boolean
  clearable?: boolean
  placeholder?: string
}

export function SelectField({ options, searchable = false, clearable = false, placeholder, ...field }: Props) {
  const textOf = useLabel()
  const wordingOf = (chosen: unknown) => textOf(options.find(({ value }) => value === chosen)?.label ?? '') || null
  const { key, defaultValue, ...input } = useField(field, wordingOf)
  const { t } = useTranslation()
  return (
    <Select
      key={key}
      {...input}
      defaultValue={defaultValue || null}
      data={options.map(({ value, label }) => ({ value, label: textOf(label) }))}
      searchable={searchable}
      clearable={clearable}
      allowDeselect={clearable}
      nothingFoundMessage={t(($) => $.list.noMatch)}
      {...(placeholder && { placeholder })}
      withCheckIcon
      checkIconPosition="right"
    />
  )
}
