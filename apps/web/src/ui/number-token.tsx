/** A whole number inside a sentence: reads as a word, takes digits. Emptied, it is null. */
import { useState } from 'react'
import styles from './choice-chip.module.css'

type Props = {
  /** What the number is, for screen readers. */
  label: string
  value: number | null
  onChange: (value: number | null) => void
  max?: number
}

export function NumberToken({ label, value, onChange, max = 3650 }: Props) {
  const [typed, setTyped] = useState({ of: value, text: String(value ?? '') })
  const text = typed.of === value ? typed.text : String(value ?? '')
  const change = (next: string) => {
    const digits = next.replaceAll(/\D/g, '').slice(0, 4)
    const number = digits === '' ? null : Math.min(Number(digits), max)
    setTyped({ of: number, text: number === null ? '' : String(number) })
    onChange(number)
  }
  return (
    <input
      className={styles.number}
      inputMode="numeric"
      aria-label={label}
      value={text}
      placeholder="–"
      style={{ width: `${Math.max(text.length, 1) + 2.4}ch` }}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
