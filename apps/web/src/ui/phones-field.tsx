/** Telephone numbers, each with its kind. What is typed is kept as typed; the server adds the international form. */
import { NativeSelect, TextInput } from '@mantine/core'
import type { PhoneIn, PhoneType } from '@rapport/domain/field/kinds.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './button.tsx'
import type { FieldProps } from './form/use-field.ts'
import { useListValue } from './form/use-list-value.ts'
import styles from './list-field.module.css'

const types: PhoneType[] = ['mobile', 'work', 'home', 'fax', 'other']

export function PhonesField(field: FieldProps) {
  const { t } = useTranslation()
  const { items, input, add, remove, change, errorOf } = useListValue<PhoneIn>(field)
  const choices = types.map((value) => ({ value, label: t(($) => $.phone[value]) }))
  return (
    <fieldset className={styles.field} disabled={input.disabled}>
      <legend>{input.label}</legend>
      {items.map((phone, at) => (
        <div key={at} className={styles.line}>
          <NativeSelect
            aria-label={t(($) => $.phone.type)}
            className={styles.type ?? ''}
            data={choices}
            value={phone.type}
            onChange={(event) => change(at, { type: event.currentTarget.value as PhoneType })}
          />
          <TextInput
            aria-label={input.label}
            className={styles.main ?? ''}
            type="tel"
            autoComplete="off"
            value={phone.number}
            error={errorOf(at, 'number')}
            onChange={(event) => change(at, { number: event.currentTarget.value })}
          />
          <IconButton icon={IconX} label={t(($) => $.action.remove)} onClick={() => remove(at)} />
        </div>
      ))}
      <Button
        small
        tone="quiet"
        icon={IconPlus}
        onClick={() => add({ type: items.length === 0 ? 'mobile' : 'work', number: '' })}
      >
        {t(($) => $.phone.add)}
      </Button>
    </fieldset>
  )
}
