/** A reference to another record, searched while typing; what is missing can be created on the way. Knows no form. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { Select, type SelectProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../lib/use-problem-text.ts'
import styles from './ref-select.module.css'
import { useRefNames, useRefSearch, type RefOption } from './ref-source.ts'

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  /** The noun it points to. */
  to: string
  value: string
  onChange: (id: string) => void
  /** Keeps to some of its records: one dictionary's items, one customer's contacts. */
  narrow?: Filter | undefined
  /** What would change nothing if it were chosen. */
  except?: string | null | undefined
  /** Offers to create what was typed; answers the new record. */
  onCreate?: ((name: string) => Promise<RefOption | undefined>) | undefined
  /** Options that stand above those found. */
  first?: RefOption[]
  /** Says of each option what tells it from others of its name. */
  notes?: boolean | undefined
}

const CREATE = '\u0000create'

// The chosen one must be among the options, or the input shows its id.
const withChosen = (options: RefOption[], value: string | null, label: string | undefined): RefOption[] =>
  value && label && !options.some((option) => option.value === value) ? [{ value, label }, ...options] : options

/** Those that stand above, as far as they hold what was typed, then the others that were found. */
const foremost = (first: RefOption[], found: RefOption[], wanted: string): RefOption[] => {
  const known = new Set(first.map((option) => option.value))
  const above = first.filter((option) => option.label.toLowerCase().includes(wanted))
  return [...above, ...found.filter((option) => !known.has(option.value))]
}

const noted = (known: RefOption[]): NonNullable<SelectProps['renderOption']> =>
  function Noted({ option }) {
    const note = known.find(({ value }) => value === option.value)?.note
    return (
      <>
        <span className={styles.name}>{option.label}</span>
        {note && <span className={styles.note}>{note}</span>}
      </>
    )
  }

/** What is found, and what the list says that has nothing in it: before anything is typed such a list does not open. */
function useFound({ to, narrow, except }: Pick<Props, 'to' | 'narrow' | 'except'>, typed: string, name: string) {
  const { t } = useTranslation()
  const wordsOf = useProblemText()
  const { data: found = [], isFetching, error } = useRefSearch(to, typed, narrow)
  const data = found.filter((option) => option.value !== except)
  if (isFetching) return { data, nothing: t(($) => $.shell.loading) }
  return { data, nothing: error ? wordsOf(error) : name && t(($) => $.list.noMatch) }
}

export function RefSelect({ to, value, onChange, narrow, except, onCreate, first = [], notes, ...select }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [made, setMade] = useState<RefOption>()
  const [, lookAgain] = useState(0)
  const chosen = value || null
  const given = [...first, ...(made ? [made] : [])].find((option) => option.value === chosen)
  const found = useRefNames(to, chosen && !given ? [chosen] : []).get(chosen ?? '')
  const label = found ?? given?.label
  const name = typed.trim()
  const { data, nothing } = useFound({ to, narrow, except }, typed === label ? '' : typed, name)
  const offersCreate = onCreate && name !== '' && name !== label && !data.some((option) => option.label === name)
  const create = async () => {
    const option = await onCreate?.(name)
    if (!option) return
    setMade(option)
    onChange(option.value)
  }
  const wanted = name === label ? '' : name.toLowerCase()
  const options = withChosen(foremost(first, data, wanted), chosen, label).map((option) => ({
    value: option.value,
    label: option.label,
  }))
  return (
    <Select
      {...select}
      {...(notes && { renderOption: noted(data) })}
      data={offersCreate ? [...options, { value: CREATE, label: t(($) => $.form.createNamed, { name }) }] : options}
      value={chosen}
      onChange={(next) => (next === CREATE ? void create() : onChange(next ?? ''))}
      // The list gets its id when it has come; what opens it names it, and says that it is open, only when drawn again.
      onDropdownOpen={() => requestAnimationFrame(() => lookAgain((times) => times + 1))}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      allowDeselect={false}
      nothingFoundMessage={nothing}
    />
  )
}
