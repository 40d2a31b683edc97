/** A number to compare with; a percentage is typed as people say it. */
import { TextInput } from '@mantine/core'
import type { FieldKind } from '@rapport/domain/field/kinds.ts'
import { useState } from 'react'
import { moveComma } from '../../lib/move-comma.ts'
import { parseAmount } from '../../lib/parse-amount.ts'

type Props = {
  kind: FieldKind
  label: string
  value: string
  onChange: (value: string) => void
  /** Shows the label above. */ shown?: boolean
}

export function AmountInput({ kind, label, value, onChange, shown }: Props) {
  const percent = kind === 'percent'
  const [typed, setTyped] = useState(percent ? moveComma(value, 2) : value)
  const change = (text: string) => {
    setTyped(text)
    const amount = parseAmount(text.replace(/%$/, ''))
    onChange(amount === null ? '' : percent ? moveComma(amount, -2) : amount)
  }
  return (
    <TextInput
      data-autofocus
      inputMode="decimal"
      {...(shown ? { label } : { 'aria-label': label })}
      {...(percent && { rightSection: '%' })}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
