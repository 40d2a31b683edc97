/** A number as people type it, outside of any form: a percentage is typed as 25 and held as 0.25; what is none stays as typed. */
import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { moveComma } from '../lib/move-comma.ts'
import { parseAmount } from '../lib/parse-amount.ts'

export type NumberKind = 'int' | 'decimal' | 'percent'
type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  /** What the contract takes. */
  kind: NumberKind
  /** Stands behind the number: days, pieces. */
  unit?: string | undefined
  value: unknown
  onValue: (value: string | number | null) => void
}

const shownOf = (value: unknown, kind: NumberKind): string => {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  return kind === 'percent' ? moveComma(text, 2) : text
}

function heldOf(typed: string, kind: NumberKind): string | number | null {
  const text = typed.trim()
  const amount = parseAmount(text.replace(/%$/, ''))
  if (text === '' || amount === null) return text === '' ? null : text
  if (kind === 'percent') return moveComma(amount, -2)
  return kind === 'int' && /^-?\d{1,15}$/.test(amount) ? Number(amount) : amount
}

export function NumberInput({ kind, unit, value, onValue, ...input }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const suffix = unit ?? (kind === 'percent' ? '%' : undefined)
  return (
    <TextInput
      {...input}
      inputMode={kind === 'int' ? 'numeric' : 'decimal'}
      autoComplete="off"
      {...(suffix && {
        rightSection: suffix,
        rightSectionPointerEvents: 'none' as const,
        rightSectionWidth: 12 + suffix.length * 13,
      })}
      value={typed ?? shownOf(value, kind)}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onValue(heldOf(event.currentTarget.value, kind))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
