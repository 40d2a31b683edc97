/** What came of it, as a field of a form: each answer one touch. */
import { useFieldValue } from '../../ui/form/use-field-value.ts'
import styles from './next-steps.module.css'
import { Outcomes } from './outcomes.tsx'

export function OutcomeField({ required }: { required: boolean }) {
  const { value, set, input } = useFieldValue<string>({ name: 'outcomeId', label: '', required })
  return (
    <div>
      <Outcomes value={value} onChange={set} required={required} invalid={Boolean(input.error)} />
      {input.error && (
        <p role="alert" className={styles.problem}>
          {input.error}
        </p>
      )}
    </div>
  )
}
