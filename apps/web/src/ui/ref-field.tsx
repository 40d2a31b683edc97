/** A reference to another record: search while typing, and create what is missing without leaving the form. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from './form/use-field.ts'
import { useFieldValue } from './form/use-field-value.ts'
import { useRefNames, useRefSearch, type RefOption } from './ref-source.ts'

type Props = FieldProps & {
  /** The noun it points to. */
  to: string
  /** Keeps to some of its records: one dictionary's items, one customer's contacts. */
  narrow?: Filter
  clearable?: boolean
  placeholder?: string
  /** Offers to create what was typed; answers the new record. */
  onCreate?: (name: string) => Promise<RefOption>
}

const CREATE = '\u0000create'

// The chosen one must be among the options, or the input shows its id.
const withChosen = (options: RefOption[], value: string | null, label: string | undefined): RefOption[] =>
  value && label && !options.some((option) => option.value === value) ? [{ value, label }, ...options] : options

export function RefField({ to, narrow, clearable = true, placeholder, onCreate, ...field }: Props) {
  const { t } = useTranslation()
  const { value, set, input } = useFieldValue<string | null>(field)
  const [typed, setTyped] = useState('')
  const [made, setMade] = useState<RefOption>()
  const chosen = value || null
  const label =
    useRefNames(to, chosen && chosen !== made?.value ? [chosen] : []).get(chosen ?? '') ??
    (made?.value === chosen ? made?.label : undefined)
  const { data = [], isFetching } = useRefSearch(to, typed === label ? '' : typed, narrow)
  const name = typed.trim()
  const offersCreate = onCreate && name !== '' && name !== label && !data.some((option) => option.label === name)
  const create = async () => {
    const option = await onCreate?.(name)
    if (!option) return
    setMade(option)
    set(option.value)
  }
  const options = withChosen(data, chosen, label).map((option) => ({ value: option.value, label: option.label }))
  return (
    <Select
      {...input}
      data={offersCreate ? [...options, { value: CREATE, label: t(($) => $.form.createNamed, { name }) }] : options}
      value={chosen}
      onChange={(next) => (next === CREATE ? void create() : set(next ?? ''))}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      clearable={clearable && !field.required}
      allowDeselect={false}
      nothingFoundMessage={isFetching ? t(($) => $.shell.loading) : t(($) => $.list.noMatch)}
      {...(placeholder && { placeholder })}
    />
  )
}
