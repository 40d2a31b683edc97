/** What came of it, each answer one touch; one that is not needed goes with another touch. */
import { useQuery } from '@tanstack/react-query'
import { useId, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { outcomesQuery } from './activities.queries.ts'
import styles from './outcomes.module.css'

type Props = {
  value: string
  onChange: (id: string) => void
  /** In one line with what it is called. */
  inline?: boolean
  required?: boolean
  invalid?: boolean
  /** Chosen by a touch or the mouse rather than on the way with the arrow keys: the hand goes on elsewhere. */
  onTouch?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
}

export function Outcomes({ value, onChange, inline, required, invalid, onTouch, onKeyDown }: Props) {
  const { t } = useTranslation('activities')
  const textOf = useLabel()
  const name = useId()
  const { data } = useQuery(outcomesQuery)
  const touch = (id: string, isTouch: boolean) => {
    if (id === value && !required) onChange('')
    if (isTouch) onTouch?.()
  }
  return (
    <fieldset
      className={styles.outcomes}
      data-inline={inline || undefined}
      data-invalid={invalid || undefined}
      aria-invalid={invalid || undefined}
    >
      <legend>{t(($) => $.outcome)}</legend>
      {data?.items.map(({ id, label }) => (
        <label key={id} className={styles.outcome}>
          <input
            type="radio"
            name={name}
            checked={value === id}
            required={required}
            onChange={() => onChange(id)}
            onKeyDown={onKeyDown}
            onClick={({ detail }) => touch(id, detail > 0)}
          />
          {textOf(label)}
        </label>
      ))}
    </fieldset>
  )
}
