/** An amount outside of any form: takes what people type (128万, 1.2m, 1,280), holds a decimal string, shows groups when left. */
import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { currencySign, money, number } from '../lib/format.ts'
import { parseAmount } from '../lib/parse-amount.ts'
import { useReader } from '../lib/use-format.ts'
import styles from './money-field.module.css'

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  currency: string
  /** Digits after the point that are shown at most; the currency's own unless given, as for the price of one piece. */
  digits?: number | undefined
  value: string
  onValue: (value: string) => void
}

const useGrouped = (currency: string, digits: number | undefined) => {
  const reader = useReader()
  return (value: string) => {
    if (!/^-?\d+(\.\d+)?$/.test(value)) return value
    return digits === undefined
      ? money(value, currency, reader, { bare: true, style: 'trim' })
      : number(value, reader, digits)
  }
}

export function MoneyInput({ currency, digits, value, onValue, ...input }: Props) {
  const reader = useReader()
  const grouped = useGrouped(currency, digits)
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextInput
      {...input}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: styles.amount ?? '' }}
      leftSection={<span className={styles.sign}>{currencySign(currency, reader.language)}</span>}
      leftSectionWidth={28}
      value={typed ?? grouped(value)}
      onFocus={(event) => {
        setTyped(value)
        input.onFocus?.(event)
      }}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        // What is no amount stays as typed: the form refuses it by name and nothing is lost.
        onValue(parseAmount(text) ?? text.trim())
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
