/** Several references to records of another noun, found while typing. */
import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from './form/use-field.ts'
import { useFieldValue } from './form/use-field-value.ts'
import { useRefNames, useRefSearch } from './ref-source.ts'

export function RefsField({ to, placeholder, ...field }: FieldProps & { to: string; placeholder?: string }) {
  const { t } = useTranslation()
  const { value, set, input } = useFieldValue<string[]>(field)
  const [typed, setTyped] = useState('')
  const names = useRefNames(to, value)
  const { data = [], isFetching } = useRefSearch(to, typed)
  const found = new Map(data.map((option) => [option.value, option.label]))
  // The chosen ones must be among the options, or their pills show ids; what has no name yet is kept aside.
  const nameOf = (id: string): string | undefined => names.get(id) ?? found.get(id)
  const named = value.filter((id: string) => nameOf(id) !== undefined)
  const unnamed = value.filter((id: string) => nameOf(id) === undefined)
  const options = [...new Set([...named, ...found.keys()])].map((id) => ({ value: id, label: nameOf(id) ?? id }))
  return (
    <MultiSelect
      {...input}
      data={options}
      value={named}
      onChange={(chosen) => set([...unnamed, ...chosen])}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      hidePickedOptions
      nothingFoundMessage={isFetching ? t(($) => $.shell.loading) : t(($) => $.list.noMatch)}
      {...(placeholder && value.length === 0 && { placeholder })}
    />
  )
}
