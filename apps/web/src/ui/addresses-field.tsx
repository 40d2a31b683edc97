/** Addresses, each with its kind, city and street; what else one holds stays as it is. */
import { NativeSelect, TextInput } from '@mantine/core'
import type { Address } from '@rapport/domain/field/kinds.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './button.tsx'
import type { FieldProps } from './form/use-field.ts'
import { useListValue } from './form/use-list-value.ts'
import styles from './list-field.module.css'

const types: Address['type'][] = ['office', 'delivery', 'invoice', 'home', 'other']
const blank = { country: null, region: null, city: null, district: null, street: null, postcode: null }

export function AddressesField(field: FieldProps) {
  const { t } = useTranslation()
  const { items, input, add, remove, change, errorOf } = useListValue<Address>(field)
  const choices = types.map((value) => ({ value, label: t(($) => $.address[value]) }))
  const part = (at: number, name: 'city' | 'street') => (
    <TextInput
      aria-label={t(($) => $.address[name])}
      placeholder={t(($) => $.address[name])}
      className={styles.main ?? ''}
      autoComplete="off"
      value={items[at]?.[name] ?? ''}
      error={errorOf(at, name)}
      onChange={(event) => change(at, { [name]: event.currentTarget.value || null })}
    />
  )
  return (
    <fieldset className={styles.field} disabled={input.disabled}>
      <legend>{input.label}</legend>
      {items.map((address, at) => (
        <div key={at} className={styles.field}>
          <div className={styles.line}>
            <NativeSelect
              aria-label={t(($) => $.phone.type)}
              className={styles.main ?? ''}
              data={choices}
              value={address.type}
              onChange={(event) => change(at, { type: event.currentTarget.value as Address['type'] })}
            />
            <IconButton icon={IconX} label={t(($) => $.action.remove)} onClick={() => remove(at)} />
          </div>
          <div className={styles.line}>{part(at, 'city')}</div>
          <div className={styles.line}>{part(at, 'street')}</div>
        </div>
      ))}
      <Button small tone="quiet" icon={IconPlus} onClick={() => add({ type: 'office', ...blank })}>
        {t(($) => $.address.add)}
      </Button>
    </fieldset>
  )
}
