/** Some records of another noun, found by typing; for people also “me” and “my team”, which mean whoever reads the list. */
import { Checkbox, TextInput } from '@mantine/core'
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { FilterValue, Me, Scalar } from '@rapport/domain/filter/filter.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefNames, useRefSearch } from '../ref-source.ts'
import styles from './condition-editor.module.css'

type Item = Scalar | Me
type Props = { field: Field; value: readonly Item[]; onChange: (value: FilterValue) => void }

const keyOf = (item: Item): string => (typeof item === 'object' ? Object.keys(item).join() : String(item))
const special: Record<string, Me> = { me: { me: true }, myTeam: { myTeam: true } }

type Option = { value: string; label: string }

/** The options for what is typed; what is chosen stays in sight whatever that is. */
function useOptions(to: string, typed: string, chosen: string[]): Option[] {
  const { t } = useTranslation()
  const { data = [] } = useRefSearch(to, typed)
  const ids = chosen.filter((key) => !(key in special))
  const names = useRefNames(to, ids)
  const people = [
    { value: 'me', label: t(($) => $.filter.me) },
    { value: 'myTeam', label: t(($) => $.filter.myTeam) },
  ]
  const others = ids.filter((key) => !data.some((option) => option.value === key))
  return [
    ...(to === 'users' ? people : []),
    ...others.map((key) => ({ value: key, label: names.get(key) ?? key })),
    ...data,
  ]
}

export function RefList({ field, value, onChange }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const chosen = value.map(keyOf)
  const options = useOptions('to' in field ? field.to : '', typed, chosen)
  const search = t(($) => $.list.search)
  const choose = (keys: string[]) => onChange(keys.map((key) => special[key] ?? key))
  return (
    <>
      <TextInput
        data-autofocus
        aria-label={search}
        placeholder={search}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Checkbox.Group aria-label={t(($) => $.filter.value)} value={chosen} onChange={choose}>
        <div className={styles.list}>
          {options.map((option) => (
            <Checkbox key={option.value} size="xs" radius={4} value={option.value} label={option.label} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  )
}
