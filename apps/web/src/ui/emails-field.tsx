/** E-mail addresses, each with its kind. */
import { NativeSelect, TextInput } from '@mantine/core'
import type { Email, EmailType } from '@rapport/domain/field/kinds.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './button.tsx'
import type { FieldProps } from './form/use-field.ts'
import { useListValue } from './form/use-list-value.ts'
import styles from './list-field.module.css'

const types: EmailType[] = ['work', 'home', 'other']

export function EmailsField(field: FieldProps) {
  const { t } = useTranslation()
  const { items, input, add, remove, change, errorOf } = useListValue<Email>(field)
  const choices = types.map((value) => ({ value, label: t(($) => $.phone[value]) }))
  return (
    <fieldset className={styles.field} disabled={input.disabled}>
      <legend>{input.label}</legend>
      {items.map((email, at) => (
        <div key={at} className={styles.line}>
          <NativeSelect
            aria-label={t(($) => $.phone.type)}
            className={styles.type ?? ''}
            data={choices}
            value={email.type}
            onChange={(event) => change(at, { type: event.currentTarget.value as EmailType })}
          />
          <TextInput
            aria-label={input.label}
            className={styles.main ?? ''}
            type="email"
            autoComplete="off"
            value={email.address}
            error={errorOf(at, 'address')}
            onChange={(event) => change(at, { address: event.currentTarget.value })}
          />
          <IconButton icon={IconX} label={t(($) => $.action.remove)} onClick={() => remove(at)} />
        </div>
      ))}
      <Button small tone="quiet" icon={IconPlus} onClick={() => add({ type: 'work', address: '' })}>
        {t(($) => $.phone.addEmail)}
      </Button>
    </fieldset>
  )
}
