/** What came of it, each answer one touch; one that is not needed goes with another touch. */
import { useQuery } from '@tanstack/react-query'
import { useId, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreference } from '../../lib/preferences.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Coming } from '../../ui/coming.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Pending } from '../../ui/pending.tsx'
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
  /** The key that chooses the one at this place; the screen registers it. */
  keyOf?: (at: number) => string | undefined
  /** The cursor begins here in the panel that opens. */
  startHere?: boolean
}

type OutcomeProps = ComponentProps<'input'> & {
  label: string
  keys: string | undefined
  'data-autofocus'?: true | undefined
}

const Outcome = ({ label, keys, ...input }: OutcomeProps) => (
  <span className={styles.outcome}>
    <label>
      <input type="radio" aria-keyshortcuts={keys} {...input} />
      {label}
    </label>
    {keys && <Kbd keys={keys} />}
  </span>
)

export function Outcomes({ value, onChange, inline, required, invalid, onTouch, keyOf, startHere }: Props) {
  const { t } = useTranslation('activities')
  const textOf = useLabel()
  const name = useId()
  const query = useQuery(outcomesQuery)
  const hasKeys = usePreference('keys') === 'on'
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
      {query.isPending ? <Coming /> : <Pending of={query} inline />}
      {query.data?.items.map(({ id, label }, at) => (
        <Outcome
          key={id}
          name={name}
          label={textOf(label)}
          keys={hasKeys ? keyOf?.(at) : undefined}
          checked={value === id}
          required={required}
          data-autofocus={(startHere && at === 0) || undefined}
          onChange={() => onChange(id)}
          onClick={({ detail }) => touch(id, detail > 0)}
        />
      ))}
    </fieldset>
  )
}
