/** An amount: takes what people type (128万, 1.2m, 1,280), holds a decimal string, shows groups when left. */
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { currencySign, money } from '../lib/format.ts'
import { parseAmount } from '../lib/parse-amount.ts'
import { useReader } from '../lib/use-format.ts'
import type { FieldProps } from './form/use-field.ts'
import { useFieldValue } from './form/use-field-value.ts'
import styles from './money-field.module.css'

const useGrouped = (currency: string) => {
  const reader = useReader()
  return (value: string) =>
    /^-?\d+(\.\d+)?$/.test(value) ? money(value, currency, reader, { bare: true, style: 'trim' }) : value
}

export function MoneyField({ currency, ...field }: FieldProps & { currency: string }) {
  const reader = useReader()
  const grouped = useGrouped(currency)
  const { value, set, input } = useFieldValue<string | null>(field)
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextInput
      {...input}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: styles.amount ?? '' }}
      leftSection={<span className={styles.sign}>{currencySign(currency, reader.language)}</span>}
      leftSectionWidth={28}
      value={typed ?? grouped(value ?? '')}
      onFocus={() => setTyped(value ?? '')}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        // What is no amount stays as typed: the form refuses it by name and nothing is lost.
        set(parseAmount(text) ?? text.trim())
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
