/** A whole number or an exact decimal; a percentage is typed as people say it (25) and held as a fraction (0.25). */
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { parseAmount } from '../lib/parse-amount.ts'
import { moveComma } from '../lib/move-comma.ts'
import type { FieldProps } from './form/use-field.ts'
import { useFieldValue } from './form/use-field-value.ts'

type Props = FieldProps & {
  /** What the contract takes. */
  kind: 'int' | 'decimal' | 'percent'
  /** Stands behind the number: days, pieces. */
  unit?: string
}

const shownOf = (value: unknown, kind: Props['kind']): string => {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  return kind === 'percent' ? moveComma(text, 2) : text
}

function heldOf(typed: string, kind: Props['kind']): string | number | null {
  const text = typed.trim()
  const amount = parseAmount(text.replace(/%$/, ''))
  if (text === '' || amount === null) return text === '' ? null : text
  if (kind === 'percent') return moveComma(amount, -2)
  return kind === 'int' && /^-?\d{1,15}$/.test(amount) ? Number(amount) : amount
}

export function NumberField({ kind, unit, ...field }: Props) {
  const { value, set, input } = useFieldValue<unknown>(field)
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
        set(heldOf(event.currentTarget.value, kind))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
