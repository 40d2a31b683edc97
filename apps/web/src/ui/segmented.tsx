/** A choice of few that is seen whole: layout, period, language. Radio buttons in the clothes of a segmented control. */
import { useId } from 'react'
import { Icon, type IconType } from './icon.tsx'
import styles from './segmented.module.css'

type Option<T extends string> = { value: T; label: string; icon?: IconType }
type Props<T extends string> = {
  label: string
  value: T
  options: Option<T>[]
  onChange: (value: T) => void
  showLabel?: boolean
}

export function Segmented<T extends string>({ label, value, options, onChange, showLabel }: Props<T>) {
  const name = useId()
  return (
    <fieldset className={styles.field}>
      <legend className={showLabel ? styles.legend : styles.spoken}>{label}</legend>
      <div className={styles.track}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              className={styles.input}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.icon && <Icon of={option.icon} />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
